'use client'

import { type KeyboardEvent, Suspense, useRef, useState } from 'react'
import { AskAbove, type AskedAbove } from '@/components/create/ask-above'
import { Choices } from '@/components/create/choices'
import { GenerateFoot } from '@/components/create/generate-foot'
import { generateState } from '@/components/create/generate-state'
import { InsteadOf } from '@/components/create/instead-of'
import { placesOf } from '@/components/create/media/first-place'
import { focusFirstWrong } from '@/components/create/media/focus-place'
import { loadMediaInputs, MediaInputs } from '@/components/create/media/lazy-inputs'
import { dropRefused } from '@/components/create/media/upload-store'
import { waitWords } from '@/components/create/media/uploads'
import { useDrops } from '@/components/create/media/use-drops'
import { useMedia } from '@/components/create/media/use-media'
import { ModelField } from '@/components/create/model-field'
import { NegativePrompt } from '@/components/create/negative-prompt'
import { PromptField } from '@/components/create/prompt-field'
import { ShotsField } from '@/components/create/shots-field'
import { TakenNote } from '@/components/create/taken-note'
import { useFillFromAddress } from '@/components/create/use-fill-from-address'
import { useForm } from '@/components/create/use-form'
import { usePriceChange } from '@/components/create/use-price-change'
import { useQuote } from '@/components/create/use-quote'
import { useSpending } from '@/components/create/use-spending'
import { type Outcome, useSubmit } from '@/components/create/use-submit'
import { type Judged, useValidation } from '@/components/create/use-validation'
import { visibleErrors } from '@/components/create/visible-errors'
import { choiceWords, noPriceWords } from '@/components/create/words'
import { missingVideos, WorkflowField } from '@/components/create/workflow-field'
import type { GenerationInput } from '@/lib/generations/input'
import { promptTags } from '@/lib/generations/prompt-tags'
import type { BoardView, StudioStatus } from '@/lib/generations/view'
import type { Catalogue, ModelOffer } from '@/lib/models/offer'

interface CreateFormProps {
  catalogue: Catalogue
  initial: Judged
  status: StudioStatus
  board: BoardView
}

export function CreateForm({ catalogue, initial, status, board }: CreateFormProps) {
  const prompt = useRef<HTMLTextAreaElement>(null)
  const form = useForm(catalogue.models, initial, prompt)
  const addressProblem = useFillFromAddress()
  const { input, offer } = form
  const { price, asking, ask } = useQuote(input, offer)
  const { submit, sending, outcome, forget } = useSubmit(offer.name, status)
  const change = usePriceChange(price, input, offer, outcome)
  const microUsd = price.kind === 'priced' ? price.quote.microUsd : null
  const { project, askAboveMicroUsd, cap, leaves, paused, shortBalanceMicroUsd } = useSpending(board, microUsd)
  const [pressedEarly, setPressedEarly] = useState(false)
  const [askedAbove, setAskedAbove] = useState<AskedAbove | null>(null)

  const desk = useMedia(offer, input.media, (change) => {
    forget()
    form.editMedia(change)
  })
  const { target, handlers } = useDrops(desk)

  const { errors: found, heavy } = useValidation({ input, offer }, initial)
  const errors = outcome.kind === 'invalid' ? { ...found, ...outcome.fields } : found
  const state = generateState({
    offer,
    price,
    errors,
    waits: waitWords(desk.uploads),
    cap,
    sendingMicroUsd: sending?.quotedMicroUsd ?? null,
    moved: outcome.kind === 'moved' ? outcome.quote : null,
  })

  function edit(next: Partial<GenerationInput>) {
    forget()
    form.edit(next)
  }

  function choose(model: ModelOffer) {
    forget()
    setPressedEarly(false)
    dropRefused()
    desk.say(null)
    form.choose(model)
  }

  function press() {
    if (state.kind === 'ready' || state.kind === 'moved') {
      setPressedEarly(false)
      const price = state.quote.microUsd
      if (askAboveMicroUsd !== null && price > askAboveMicroUsd) setAskedAbove({ microUsd: price, askAboveMicroUsd })
      else void buy(price, false)
    } else if (state.kind === 'blocked') {
      setPressedEarly(true)
      if (errors.prompt) prompt.current?.focus()
      else focusFirstWrong(errors)
    }
  }

  async function buy(quotedMicroUsd: number, confirmed: boolean) {
    setAskedAbove(null)
    const result = await submit({ input, quotedMicroUsd, confirmed, project, fromId: form.fromId })
    // The amount to ask about was set elsewhere a moment ago.
    if (result.kind === 'ask') setAskedAbove(result)
  }

  function onKeyDown(event: KeyboardEvent) {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || event.repeat) return
    // In the picker the keys are the list's.
    if (event.target instanceof Element && event.target.closest('dialog')) return
    event.preventDefault()
    press()
  }

  // What is wrong here comes before what the vendor said of an earlier request.
  const shown = { ...form.complaints, ...visibleErrors(errors, input, pressedEarly) }
  return (
    <form
      aria-label="New generation"
      onSubmit={(event) => event.preventDefault()}
      onKeyDown={onKeyDown}
      {...handlers}
      className="flex min-h-0 flex-1 flex-col"
    >
      <div className="flex flex-1 flex-col gap-4 px-4 pt-4 pb-5 md:px-6 md:pt-5 xl:overflow-y-auto">
        <ModelField
          catalogue={catalogue}
          offer={offer}
          form={form}
          microUsd={microUsd}
          note={<TakenNote taken={form.taken?.sentence ?? null} problem={addressProblem} onPutBack={form.putBack} />}
          error={shown.modelId}
          onChoose={choose}
          onNear={() => void loadMediaInputs()}
        />
        <InsteadOf offer={offer} models={catalogue.models} onChoose={choose} />
        <WorkflowField offer={offer} input={input} onEdit={edit} />
        <PromptField
          value={input.prompt}
          limit={offer.promptLimit}
          required={offer.promptRequired}
          error={shown.prompt}
          tags={promptTags(offer, input.media)}
          area={prompt}
          onChange={(text) => edit({ prompt: text })}
        />
        <ShotsField offer={offer} input={input} onEdit={edit} />
        <NegativePrompt
          value={input.negativePrompt}
          error={shown.negativePrompt}
          onChange={(negativePrompt) => edit({ negativePrompt })}
        />
        {(placesOf(offer).length > 0 || desk.notice !== null) && (
          <Suspense>
            <MediaInputs
              desk={desk}
              target={target}
              errors={shown}
              duration={input.duration}
              heavy={heavy}
              asked={missingVideos(offer, input) > 0 ? 'referenceVideos' : null}
            />
          </Suspense>
        )}
        <Choices offer={offer} input={input} errors={shown} onEdit={edit} />
      </div>
      <GenerateFoot
        mode={status.mode}
        price={price}
        words={noPriceWords(input, offer) ?? choiceWords(input, offer)}
        change={change}
        asking={asking}
        state={state}
        leaves={leaves}
        paused={paused}
        shortBalanceMicroUsd={shortBalanceMicroUsd}
        refusal={state.kind === 'blocked' && state.capped ? null : refusalOf(outcome)}
        onAsk={ask}
        onPress={press}
      />
      {askedAbove && (
        <AskAbove
          {...askedAbove}
          onConfirm={() => void buy(askedAbove.microUsd, true)}
          onClose={() => setAskedAbove(null)}
        />
      )}
    </form>
  )
}

function refusalOf(outcome: Outcome): { sentence: string; capped: boolean } | null {
  if (outcome.kind === 'refused') return { sentence: outcome.sentence, capped: false }
  if (outcome.kind !== 'cap') return null
  return { sentence: `${outcome.refusal.sentence} Nothing was spent.`, capped: true }
}
