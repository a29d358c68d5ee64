import { type RefObject, useEffect, useEffectEvent, useState } from 'react'
import { fill } from '@/components/create/fill'
import { type Filling, onFilling, takeFilling } from '@/components/create/form-store'
import type { FieldErrors } from '@/components/create/generate-state'
import { keepForm, keepRecentModel, keptForm, readTabForm, readWriting } from '@/components/create/memory'
import { type FormState, moveTo, startForm } from '@/components/create/start'
import type { GenerationInput } from '@/lib/generations/input'
import { fieldOfName, type InputField } from '@/lib/generations/input-field'
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
  const [form, setForm] = useState(() => startFrom(models, keptForm()) ?? initial)
  const [taken, setTaken] = useState<Taken | null>(null)
  const [complaints, setComplaints] = useState<FieldErrors>({})

  function put(next: FormState, from: Taken | null = null) {
    setForm(next)
    setTaken(from)
    keepForm(next.input)
  }

  const restore = useEffectEvent(() => {
    if (keptForm()) return
    const own = startFrom(models, readTabForm())
    const left = own ?? { ...form, input: { ...form.input, ...readWriting() } }
    // Somebody quick has typed before the script was here: that counts.
    const typed = prompt.current?.value ?? ''
    const input = typed === '' ? left.input : { ...left.input, prompt: typed }
    if (JSON.stringify(input) !== JSON.stringify(form.input)) put({ ...left, input })
  })
  useEffect(() => restore(), [])

  useFillings((filling) => {
    const { form: next, sentence } = fill(models, form, filling)
    put(next, { sentence, before: form })
    setComplaints(byField(filling.complaints))
    prompt.current?.focus()
  })

  return {
    ...form,
    offer: models.find(({ id }) => id === form.offer.id) ?? form.offer,
    taken,
    complaints,
    edit(change: Partial<GenerationInput>) {
      put({ ...form, input: { ...form.input, ...change } })
      setComplaints(without(complaints, form.input, change))
    },
    choose(model: ModelOffer) {
      keepRecentModel(model.id)
      put(moveTo(model, form.input, form.aside))
      setComplaints({})
    },
    putBack: () => taken && put(taken.before),
  }
}

const byField = (complaints: Filling['complaints']): FieldErrors =>
  Object.fromEntries(complaints.map(({ field, message }) => [field, message]))

/** What was said of a field goes when the field is changed. */
function without(complaints: FieldErrors, before: GenerationInput, change: Partial<GenerationInput>): FieldErrors {
  const now = { ...before, ...change }
  const same = (field: InputField) => fieldIn(now, field) === fieldIn(before, field)
  return Object.fromEntries(
    Object.entries(complaints).filter(([name]) => {
      const field = fieldOfName(name)
      return field !== null && same(field)
    }),
  )
}

const fieldIn = (input: GenerationInput, field: InputField): unknown =>
  Reflect.get(field in input.media ? input.media : input, field)

const startFrom = (models: readonly ModelOffer[], kept: GenerationInput | null) => kept && startForm(models, kept)

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
