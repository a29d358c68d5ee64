import {
  Blend,
  Clapperboard,
  EyeOff,
  Film,
  Image,
  Images,
  Lock,
  type LucideIcon,
  Scaling,
  TextCursorInput,
  Volume1,
  Volume2,
  VolumeOff,
} from 'lucide-react'
import { privacyLabel, soundLabel } from '@/lib/models/describe'
import type { ModelKind, ModelOffer } from '@/lib/models/offer'

const KINDS: Record<ModelKind, LucideIcon> = {
  text: TextCursorInput,
  image: Image,
  transition: Blend,
  reference: Images,
  video: Film,
  upscale: Scaling,
  other: Clapperboard,
}

/** What a model works from, as a small tile. */
export function KindTile({ kind }: { kind: ModelKind }) {
  const Icon = KINDS[kind]
  return (
    <span className="grid h-6 w-10 place-items-center rounded-small border border-line bg-surface-2 text-ink-2">
      <Icon className="size-3.5" strokeWidth={1.5} aria-hidden="true" />
    </span>
  )
}

const SOUNDS: Record<ModelOffer['sound'], LucideIcon> = { none: VolumeOff, optional: Volume1, always: Volume2 }

export function SoundFact({ offer }: { offer: ModelOffer }) {
  const Icon = SOUNDS[offer.sound]
  return (
    <span className="flex items-center gap-2">
      <Icon className="size-3.5 shrink-0 text-ink-3" strokeWidth={1.5} aria-hidden="true" />
      {soundLabel(offer.sound)}
    </span>
  )
}

export function PrivacyFact({ offer }: { offer: ModelOffer }) {
  const Icon = offer.privacy === 'private' ? Lock : EyeOff
  return (
    <span className="flex items-center gap-2">
      <Icon className="size-3.5 shrink-0 text-ink-3" strokeWidth={1.5} aria-hidden="true" />
      {privacyLabel(offer.privacy)}
    </span>
  )
}
