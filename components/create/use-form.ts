import { type RefObject, useEffect, useEffectEvent, useRef, useState } from 'react'
import { complaintsByField, complaintsLeft } from '@/components/create/complaints'
import { fill } from '@/components/create/fill'
import { type Filling, onFilling, takeFilling } from '@/components/create/form-store'
import type { FieldErrors } from '@/components/create/generate-state'
import {
  keepForm,
  keepRecentModel,
  keptAside,
  keptForm,
  keptFrom,
  readTabForm,
  readTabFrom,
  readWriting,
} from '@/components/create/memory'
import { type FormState, moveTo, startForm } from '@/components/create/start'
import type { GenerationInput } from '@/lib/generations/input'
import { type MediaInput, NO_MEDIA } from '@/lib/generations/media-input'
import { renameTags } from '@/lib/generations/prompt-tags'
import type { ModelOffer } from '@/lib/models/offer'

/** What was taken over from an earlier generation, and the form as it was before. */
export interface Taken {
  sentence: string
  before: FormState
}

/** The form's state: what the server drew at first, then what this browser remembers, then what the person does. */
export function useForm(
  models: readonly ModelOffer[],
  initial: FormState,
  prompt: RefObject<HTMLTextAreaElement | null>,
) {
  const [form, setForm] = useState(() => startFrom(models, keptForm(), keptAside(), keptFrom()) ?? initial)
  const [taken, setTaken] = useState<Taken | null>(null)
  const [complaints, setComplaints] = useState<FieldErrors>({})

  // Files arrive while somebody types: what changes the form begins from how it stands, not from what was drawn.
  const latest = useRef(form)

  function put(next: FormState, from: Taken | null = null) {
    latest.current = next
    setForm(next)
    setTaken(from)
    keepForm(next.input, next.aside ?? NO_MEDIA, next.fromId)
  }

  const restore = useEffectEvent(() => {
    if (keptForm()) return
    const own = startFrom(models, readTabForm(), undefined, readTabFrom())
    const left = own ?? moveTo(form.offer, { ...form.input, ...readWriting() })
    // Somebody quick has typed before the script was here: that counts.
    const typed = prompt.current?.value ?? ''
    const input = typed === '' ? left.input : { ...left.input, prompt: typed }
    if (JSON.stringify(input) !== JSON.stringify(form.input)) put({ ...left, input })
  })
  useEffect(() => restore(), [])

  useFillings((filling) => {
    const { form: next, sentence } = fill(models, form, filling)
    put(next, { sentence, before: form })
    setComplaints('complaints' in filling ? complaintsByField(filling.complaints) : {})
    if (filling.what === 'model') keepRecentModel(filling.modelId)
    prompt.current?.focus()
  })

  return {
    ...form,
    offer: models.find(({ id }) => id === form.offer.id) ?? form.offer,
    taken,
    complaints,
    edit(change: Partial<GenerationInput>) {
      const { current } = latest
      const input = { ...current.input, ...change }
      setComplaints(complaintsLeft(complaints, current.input, input))
      // Whoever empties the prompt begins something else.
      const begun = input.prompt.trim() === '' && current.input.prompt.trim() !== ''
      put({ ...current, input, ...(begun ? { fromId: undefined } : {}) })
    },
    /** What its model does not take by now is laid aside; names in the prompt go on meaning the medium they meant. */
    editMedia(change: (media: MediaInput) => MediaInput) {
      const { offer, input, aside, fromId } = latest.current
      const media = change(input.media)
      const next = { ...input, media, prompt: renameTags(input.prompt, offer, input.media, media) }
      setComplaints(complaintsLeft(complaints, input, next))
      put({ ...moveTo(offer, next, aside), fromId })
    },
    choose(model: ModelOffer) {
      const { input, aside, fromId } = latest.current
      keepRecentModel(model.id)
      setComplaints({})
      put({ ...moveTo(model, input, aside), fromId })
    },
    putBack: () => taken && put(taken.before),
  }
}

function startFrom(models: readonly ModelOffer[], kept: GenerationInput | null, aside?: MediaInput, fromId?: string) {
  const form = kept && startForm(models, kept, aside)
  return form && { ...form, fromId }
}

function useFillings(take: (filling: Filling) => void): void {
  const takeNow = useEffectEvent(take)
  useEffect(() => {
    const takeWaiting = () => {
      const filling = takeFilling()
      if (filling) takeNow(filling)
    }
    takeWaiting()
    return onFilling(takeWaiting)
  }, [])
}
