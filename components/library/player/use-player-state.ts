'use client'

import { type RefObject, useEffect, useState } from 'react'

export interface PlayerState {
  playing: boolean
  /** Where the playhead is, in seconds. */
  seconds: number
  muted: boolean
  looping: boolean
  rate: number
}

const START: PlayerState = { playing: false, seconds: 0, muted: false, looping: false, rate: 1 }

/** What the video element says of itself; it is the truth, the bar only shows it. */
export function usePlayerState(video: RefObject<HTMLVideoElement | null>): PlayerState {
  const [state, setState] = useState(START)
  useEffect(() => {
    const element = video.current
    if (element === null) return
    const read = () => setState((before) => changed(before, stateOf(element)))
    read()
    for (const event of EVENTS) element.addEventListener(event, read)
    return () => {
      for (const event of EVENTS) element.removeEventListener(event, read)
    }
  }, [video])
  useEveryFrame(state.playing, () => {
    const element = video.current
    if (element) setState((before) => changed(before, stateOf(element)))
  })
  return state
}

const EVENTS = ['play', 'pause', 'ended', 'seeking', 'timeupdate', 'volumechange', 'ratechange'] as const

function stateOf(element: HTMLVideoElement): PlayerState {
  return {
    playing: !element.paused,
    seconds: element.currentTime,
    muted: element.muted,
    looping: element.loop,
    rate: element.playbackRate,
  }
}

// The same object where nothing differs, so that a frame without a change draws nothing.
function changed(before: PlayerState, after: PlayerState): PlayerState {
  const same =
    before.playing === after.playing &&
    before.seconds === after.seconds &&
    before.muted === after.muted &&
    before.looping === after.looping &&
    before.rate === after.rate
  return same ? before : after
}

function useEveryFrame(on: boolean, read: () => void) {
  useEffect(() => {
    if (!on) return
    let frame = requestAnimationFrame(function tick() {
      read()
      frame = requestAnimationFrame(tick)
    })
    return () => cancelAnimationFrame(frame)
  })
}
