import { Kbd } from '@/components/ui/kbd'

const HINTS: readonly [string, string][] = [
  ['K', 'keeps it'],
  ['X', 'rejects it, and again takes it back'],
  ['S', 'its sound'],
  ['Space', 'plays'],
  [', .', 'one frame'],
  ['L', 'loop'],
]

/** The keys of a comparison, where there is a keyboard. */
export function KeyHints({ count }: { count: number }) {
  const choosing = [`1 – ${count}`, 'choose a clip'] as const
  const hints = [choosing, ...HINTS, ...(count === 2 ? [['W', 'wipe'] as const] : [])]
  return (
    <p className="mt-2 flex flex-wrap gap-x-4 gap-y-1 text-ink-3 text-small pointer-coarse:hidden max-md:hidden">
      {hints.map(([key, words]) => (
        <span key={key} className="flex items-center gap-1.5">
          <Kbd>{key}</Kbd> {words}
        </span>
      ))}
    </p>
  )
}
