import { correct } from '@/components/compare/drift'
import { type FrameClock, frameAt, framesOf, timeOfFrame } from '@/components/create/media/grab-frame'

/** A clip on the clock. */
interface Follower extends FrameClock {
  video: HTMLVideoElement
}

export interface ClockState {
  playing: boolean
  /** Where all of them are, seconds. */
  seconds: number
  looping: boolean
  rate: number
}

/**
 * One clock for several clips: the longest keeps the time, the others are held to it within a frame; one that is over
 * stands at its end. What the elements do is the truth, `state` only tells of it.
 */
export class CompareClock {
  state: ClockState = { playing: false, seconds: 0, looping: false, rate: 1 }
  private clips: Follower[] = []
  private ticking = 0
  private readonly listeners = new Set<() => void>()

  /** Takes the clips as they are on screen now. */
  hold(clips: readonly Follower[]): void {
    this.clips = clips.toSorted((a, b) => b.seconds - a.seconds)
    for (const { video } of this.clips) video.playbackRate = this.state.rate
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener)
    return () => {
      this.listeners.delete(listener)
    }
  }

  readonly read = (): ClockState => this.state

  /** The length of the longest, seconds. */
  get length(): number {
    return this.clips[0]?.seconds ?? 0
  }

  toggle(): void {
    if (this.state.playing) this.pause()
    else this.play()
  }

  play(): void {
    const [leader] = this.clips
    if (!leader) return
    if (leader.video.ended || leader.video.currentTime >= leader.seconds - 1 / leader.fps) this.seek(0)
    this.tell({ playing: true })
    for (const clip of this.clips) this.run(clip)
    cancelAnimationFrame(this.ticking)
    this.ticking = requestAnimationFrame(this.tick)
  }

  pause(): void {
    cancelAnimationFrame(this.ticking)
    for (const { video } of this.clips) {
      video.pause()
      video.playbackRate = this.state.rate
    }
    this.tell({ playing: false })
    const [leader] = this.clips
    if (leader) this.seek(leader.video.currentTime)
  }

  /** Brings all of them to the frame at a moment. */
  seek(seconds: number): void {
    const [leader] = this.clips
    if (!leader) return
    const to = timeOfFrame(frameAt(Math.max(0, seconds), leader), leader)
    for (const clip of this.clips) clip.video.currentTime = within(clip, to)
    this.tell({ seconds: to })
    if (this.state.playing) for (const clip of this.clips) this.run(clip)
  }

  /** Goes on by so many frames of the longest, or back, and stands there. */
  step(by: number): void {
    const [leader] = this.clips
    if (!leader) return
    if (this.state.playing) this.pause()
    const frame = Math.min(framesOf(leader) - 1, Math.max(0, frameAt(this.state.seconds, leader) + by))
    this.seek(timeOfFrame(frame, leader))
  }

  loop(looping: boolean): void {
    this.tell({ looping })
  }

  speed(rate: number): void {
    for (const { video } of this.clips) video.playbackRate = rate
    this.tell({ rate })
  }

  stop(): void {
    cancelAnimationFrame(this.ticking)
    for (const { video } of this.clips) video.pause()
  }

  private readonly tick = (): void => {
    const [leader, ...others] = this.clips
    if (!leader || !this.state.playing) return
    const seconds = leader.video.currentTime
    if (leader.video.ended) {
      this.end()
      return
    }
    for (const clip of others) this.keep(clip, seconds)
    this.tell({ seconds })
    this.ticking = requestAnimationFrame(this.tick)
  }

  private end(): void {
    if (!this.state.looping) {
      this.pause()
      return
    }
    this.seek(0)
    this.ticking = requestAnimationFrame(this.tick)
  }

  private keep(clip: Follower, seconds: number): void {
    const { video, fps } = clip
    if (video.seeking) return
    if (seconds >= clip.seconds) {
      if (video.paused) return
      video.pause()
      video.currentTime = within(clip, seconds)
      return
    }
    if (video.paused) this.run(clip)
    const correction = correct(video.currentTime - seconds, 1 / fps)
    const { rate } = this.state
    video.playbackRate = correction.kind === 'nudge' ? rate * correction.factor : rate
    if (correction.kind === 'seek') video.currentTime = within(clip, seconds)
  }

  /** A browser may refuse to play with sound before anything was pressed; then it stands still, and the clock says so. */
  private run({ video, seconds }: Follower): void {
    if (this.state.seconds >= seconds) return
    video.play().catch(() => {
      if (video === this.clips[0]?.video && video.paused && this.state.playing) this.pause()
    })
  }

  private tell(change: Partial<ClockState>): void {
    this.state = { ...this.state, ...change }
    for (const listener of this.listeners) listener()
  }
}

/** The same moment in a clip, or its last frame where it is shorter. */
const within = (clip: Follower, seconds: number) => Math.min(seconds, timeOfFrame(framesOf(clip) - 1, clip))
