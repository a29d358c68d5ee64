import { Field, labelId } from '@/components/ui/field'
import { Segmented } from '@/components/ui/segmented'
import type { GenerationInput } from '@/lib/generations/input'
import { inWorkflow, WORKFLOWS, type Workflow, workflowOf } from '@/lib/generations/workflows'
import type { ModelOffer } from '@/lib/models/offer'
import { isAsSource } from '@/lib/models/scale'

interface WorkflowFieldProps {
  offer: ModelOffer
  input: GenerationInput
  onEdit: (change: Partial<GenerationInput>) => void
}

/** What is done with the references: writes the vendor's own wording into the prompt, where it stays editable. */
export function WorkflowField({ offer, input, onEdit }: WorkflowFieldProps) {
  if (!hasWorkflows(offer)) return null
  const chosen = WORKFLOWS.find(({ id }) => id === workflowOf(input.prompt))
  const missing = missingVideos(offer, input)
  return (
    <Field id="workflow" label="Workflow" hint={<span className="text-ink-3">{chosen?.purpose}</span>}>
      <Segmented
        id="workflow"
        labelledBy={labelId('workflow')}
        choices={WORKFLOWS.map(({ id, name }) => ({ value: id, name }))}
        value={chosen?.id ?? ''}
        onChange={(id) => {
          const workflow = WORKFLOWS.find((one) => one.id === id)
          if (workflow) onEdit(changeTo(workflow, offer, input))
        }}
      />
      {chosen && missing > 0 && (
        <p className="-mt-1 text-small text-ink-2">
          {chosen.name} begins from {chosen.videos === 1 ? 'a reference video' : 'two reference videos'}: add{' '}
          {missing === 1 ? 'one' : 'both'}.
        </p>
      )}
    </Field>
  )
}

const hasWorkflows = ({ imageTags, takes }: ModelOffer) => imageTags === 'angle' && takes.includes('Reference videos')

/** How many reference videos the chosen workflow still waits for. */
export function missingVideos(offer: ModelOffer, { prompt, media }: GenerationInput): number {
  const chosen = hasWorkflows(offer) && WORKFLOWS.find(({ id }) => id === workflowOf(prompt))
  return chosen ? Math.max(0, chosen.videos - media.referenceVideos.length) : 0
}

/** The wording, the task where the model takes one, and length and shape of the source where it keeps them. */
function changeTo(workflow: Workflow, offer: ModelOffer, input: GenerationInput): Partial<GenerationInput> {
  const { keeps } = workflow
  const duration = offer.durations.find((value) => isAsSource(value) === keeps.length)
  const aspectRatio = offer.aspectRatios.find((value) => isAsSource(value) === keeps.shape)
  const change: Partial<GenerationInput> = {
    prompt: inWorkflow(workflow, input.prompt, input.media),
    media: { ...input.media, task: offer.tasks ? workflow.task : null },
  }
  if (duration !== undefined && isAsSource(input.duration) !== keeps.length) change.duration = duration
  if (aspectRatio !== undefined && input.aspectRatio !== null && isAsSource(input.aspectRatio) !== keeps.shape) {
    change.aspectRatio = aspectRatio
  }
  return change
}
