import { Check, CircleX, Info, type LucideIcon, TriangleAlert } from 'lucide-react'
import { type Weight, weightOf } from '@/components/settings/system-words'
import type { Remark } from '@/lib/system/view'

const LOOK: Record<Weight, { Icon: LucideIcon; ink: string }> = {
  Fault: { Icon: CircleX, ink: 'text-state-loss' },
  Warning: { Icon: TriangleAlert, ink: 'text-state-risk' },
  Note: { Icon: Info, ink: 'text-state-still' },
}

/** What the person should know of the studio, in words; when there is nothing, that. */
export function Remarks({ remarks }: { remarks: readonly Remark[] }) {
  if (remarks.length === 0) {
    return (
      <p className="flex items-center gap-2">
        <Check aria-hidden className="size-4 shrink-0 text-state-ready" strokeWidth={1.75} />
        All is well.
      </p>
    )
  }
  return (
    <ul className="grid max-w-3xl gap-2">
      {remarks.map(({ code, sentence }) => (
        <One key={`${code} ${sentence}`} weight={weightOf(code)} sentence={sentence} />
      ))}
    </ul>
  )
}

function One({ weight, sentence }: { weight: Weight; sentence: string }) {
  const { Icon, ink } = LOOK[weight]
  return (
    <li className="flex gap-2">
      <Icon aria-hidden className={`mt-0.5 size-4 shrink-0 ${ink}`} strokeWidth={1.75} />
      <p className="min-w-0">
        <strong className={`font-semibold ${ink}`}>{weight}.</strong> {sentence}
      </p>
    </li>
  )
}
