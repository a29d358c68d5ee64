import { ChevronsUpDown, ChevronUp, EyeOff, Lock } from 'lucide-react'
import { lazy, type ReactNode, Suspense, useRef, useState } from 'react'
import { FromPrice } from '@/components/create/from-price'
import { LeavesTag } from '@/components/create/leaves-tag'
import type { FormState } from '@/components/create/start'
import { errorId, Field, labelId } from '@/components/ui/field'
import { WaveLines } from '@/components/ui/wave-lines'
import { factsLine, privacyLabel } from '@/lib/models/describe'
import type { Catalogue, ModelOffer } from '@/lib/models/offer'

const loadPicker = () => import('@/components/create/model-picker').then((picker) => ({ default: picker.ModelPicker }))
const ModelPicker = lazy(loadPicker)

interface ModelFieldProps {
  catalogue: Catalogue
  offer: ModelOffer
  form: FormState
  /** The price of the form as it is, µUSD; null while there is none. */
  microUsd: number | null
  /** Stands beside the label. */
  note: ReactNode
  error?: string
  onChoose: (model: ModelOffer) => void
  /** Somebody is about to change the model. */
  onNear: () => void
}

/** The chosen model and what it can do. Opens the picker, which is only loaded when somebody goes for it. */
export function ModelField({ catalogue, offer, form, microUsd, note, error, onChoose, onNear }: ModelFieldProps) {
  const field = useRef<HTMLButtonElement>(null)
  const [open, setOpen] = useState(false)
  const near = () => {
    void loadPicker()
    onNear()
  }
  const Chevron = open ? ChevronUp : ChevronsUpDown
  return (
    <Field id="model" label="Model" hint={note} error={error} className="max-md:-mt-2 max-md:[&_#model-label]:sr-only">
      <button
        ref={field}
        type="button"
        role="combobox"
        id="model"
        aria-labelledby={labelId('model')}
        aria-describedby={error ? errorId('model') : undefined}
        aria-invalid={error ? true : undefined}
        aria-haspopup="dialog"
        aria-expanded={open}
        aria-controls={open ? 'model-picker' : undefined}
        onClick={() => setOpen(true)}
        onPointerEnter={near}
        onFocus={near}
        className="flex h-15 w-full items-center gap-3 rounded-control border border-line-strong bg-surface-2 pr-3 pl-2 text-left transition-colors hover:bg-surface-3"
      >
        <WaveLines className="h-11 w-19 shrink-0 rounded-small max-md:w-16" />
        <span className="min-w-0 flex-1">
          <span className="flex items-center gap-2">
            <span className="truncate font-medium text-prompt max-md:text-touch">{offer.name}</span>
            <LeavesTag offer={offer} />
          </span>
          <span className="block truncate text-small text-ink-2">{factsLine(offer)}</span>
        </span>
        <span className="hidden shrink-0 text-right text-small sm:block">
          <FromPrice modelId={offer.id} />
          <PrivacyWords offer={offer} />
        </span>
        <Chevron className="size-4.5 shrink-0 text-ink-2" strokeWidth={1.5} aria-hidden="true" />
      </button>
      {open && (
        <Suspense>
          <ModelPicker
            catalogue={catalogue}
            chosen={offer}
            form={form}
            microUsd={microUsd}
            anchor={field}
            onChoose={onChoose}
            onClose={() => setOpen(false)}
          />
        </Suspense>
      )}
    </Field>
  )
}

function PrivacyWords({ offer }: { offer: ModelOffer }) {
  if (offer.privacy === 'unknown') return null
  const Icon = offer.privacy === 'private' ? Lock : EyeOff
  return (
    <span className="flex items-center justify-end gap-1.5 text-ink-3">
      <Icon className="size-3.5" strokeWidth={1.5} aria-hidden="true" />
      {privacyLabel(offer.privacy)}
    </span>
  )
}
