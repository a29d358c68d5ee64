import type { Progress } from '@/components/generation/progress-words'

const percent = (share: number) => `${(share * 100).toFixed(2)}%`

/** The thin bar of a running generation. Its words stand beside it, so it is for the eye alone. */
export function Waterline({ progress, paused }: { progress: Progress; paused: boolean }) {
  const { fill, over, tick } = progress
  if (fill === null) return null
  const colour = paused ? 'bg-ink-3' : 'bg-state-work'
  const moves =
    'absolute inset-y-0 left-0 rounded-small transition-[width] duration-1000 ease-linear motion-reduce:transition-none'
  return (
    <div aria-hidden className="relative h-1 min-w-24 flex-1 rounded-small bg-bar-track">
      {over !== null && <div className={`${moves} ${colour} opacity-50`} style={{ width: percent(over) }} />}
      <div className={`${moves} ${colour}`} style={{ width: percent(fill) }} />
      {tick !== null && <div className="absolute -inset-y-[3px] w-px bg-ink" style={{ left: percent(tick) }} />}
    </div>
  )
}
