import {
  ArrowDownToLine,
  Ban,
  Check,
  CircleQuestionMark,
  CircleX,
  Clock,
  FileQuestionMark,
  FileX,
  type LucideIcon,
  ScanFace,
  Send,
  Undo2,
  Waves,
} from 'lucide-react'
import { type GenerationState, STATE_WORDS } from '@/lib/generations/state'

type Tone = 'still' | 'work' | 'ready' | 'ask' | 'risk' | 'loss'

interface Look {
  tone: Tone
  Icon: LucideIcon
}

/** Heat follows money: grey lost nothing, ember may have, red did. */
const LOOKS: Record<GenerationState, Look> = {
  waiting: { tone: 'still', Icon: Clock },
  submitting: { tone: 'still', Icon: Send },
  awaiting_consent: { tone: 'ask', Icon: ScanFace },
  uncertain: { tone: 'risk', Icon: CircleQuestionMark },
  processing: { tone: 'work', Icon: Waves },
  receiving: { tone: 'work', Icon: ArrowDownToLine },
  stored: { tone: 'ready', Icon: Check },
  done: { tone: 'ready', Icon: Check },
  rejected: { tone: 'still', Icon: Ban },
  cancelled: { tone: 'still', Icon: Undo2 },
  failed: { tone: 'loss', Icon: CircleX },
  lost: { tone: 'loss', Icon: FileX },
  quarantined: { tone: 'loss', Icon: FileQuestionMark },
}

/** Ember, hatched: money that may be gone. */
export const RISK_TONE =
  'text-state-risk bg-[repeating-linear-gradient(135deg,color-mix(in_srgb,var(--state-risk)_22%,transparent)_0_4px,color-mix(in_srgb,var(--state-risk)_8%,transparent)_4px_8px)]'

const TONES: Record<Tone, string> = {
  still: 'text-state-still wash-still',
  work: 'text-state-work wash-work',
  ready: 'text-state-ready wash-ready',
  ask: 'text-state-ask wash-ask',
  risk: RISK_TONE,
  loss: 'text-state-loss wash-loss',
}

/** The state of a generation: exactly one word, said aloud when it changes. */
export function StateBadge({ state }: { state: GenerationState }) {
  const { tone, Icon } = LOOKS[state]
  return (
    <span
      role="status"
      className={`inline-flex h-5 shrink-0 items-center gap-1.5 whitespace-nowrap rounded-small px-1.5 text-small ${TONES[tone]}`}
    >
      <Icon aria-hidden size={14} strokeWidth={1.75} />
      {STATE_WORDS[state]}
    </span>
  )
}

/** The state's icon alone, where a picture would be. */
export function StateIcon({ state, size }: { state: GenerationState; size: number }) {
  const { Icon } = LOOKS[state]
  return <Icon aria-hidden size={size} strokeWidth={1.5} className="max-h-[55%]" />
}
