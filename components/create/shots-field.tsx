import { Plus, X } from 'lucide-react'
import { Button } from '@/components/ui/button'
import { Field, labelId } from '@/components/ui/field'
import { Select } from '@/components/ui/select'
import type { GenerationInput } from '@/lib/generations/input'
import { addShot, type Shot, shotSeconds, shotsOf, withShots } from '@/lib/generations/shots'
import type { ModelOffer, ShotLimits } from '@/lib/models/offer'
import { secondsOf } from '@/lib/models/scale'

interface ShotsFieldProps {
  offer: ModelOffer
  input: GenerationInput
  onEdit: (change: Partial<GenerationInput>) => void
}

/** A clip in several shots: writes the vendor's own wording into the prompt, keeps the sum, and sets Duration to it. */
export function ShotsField({ offer, input, onEdit }: ShotsFieldProps) {
  const { shots: limits } = offer
  if (limits === null) return null
  const shots = shotsOf(input.prompt)
  const together = shotSeconds(shots)
  const write = (prompt: string) => onEdit({ prompt, ...lengthOf(prompt, offer) })
  const edit = (next: readonly Shot[]) => write(withShots(input.prompt, next))
  return (
    <Field id="shots" label="Shots" hint={<Sum shots={shots.length} together={together} limits={limits} />}>
      <fieldset aria-labelledby={labelId('shots')} className="flex flex-wrap gap-2">
        {shots.map((shot, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a shot is its place in the prompt
          <span key={at} className="flex items-center rounded-control border border-line-strong bg-surface-2">
            <span className="pl-3 text-small text-ink-2">Shot {at + 1}</span>
            <Select
              aria-label={`Length of shot ${at + 1}`}
              value={shot.seconds}
              onChange={({ target }) => edit(shots.with(at, { ...shot, seconds: Number(target.value) }))}
              className="h-8 w-20 border-transparent bg-transparent max-md:h-11"
            >
              {choicesFor(shot, together, limits).map((seconds) => (
                <option key={seconds} value={seconds}>
                  {seconds} s
                </option>
              ))}
            </Select>
            <Button
              kind="ghost"
              size="card"
              aria-label={`Remove shot ${at + 1}`}
              onClick={() => edit(shots.toSpliced(at, 1))}
            >
              <X aria-hidden size={14} strokeWidth={1.5} />
            </Button>
          </span>
        ))}
        <Button
          kind="plain"
          size="bar"
          disabled={shots.length > 0 && together > limits.together - limits.least}
          onClick={() => write(addShot(input.prompt, secondsOf(input.duration) ?? limits.least, limits))}
        >
          <Plus aria-hidden size={14} strokeWidth={1.5} />
          {shots.length === 0 ? 'Write it in shots' : 'Add a shot'}
        </Button>
      </fieldset>
      <Mismatch shots={shots} input={input} offer={offer} onEdit={onEdit} />
    </Field>
  )
}

function Sum({ shots, together, limits }: { shots: number; together: number; limits: ShotLimits }) {
  if (shots === 0) return null
  const over = together > limits.together
  return (
    <span className={over ? 'font-medium text-state-loss' : 'text-ink-3'}>
      {together} of {limits.together} s
    </span>
  )
}

/** What was typed by hand, or a length chosen after, can part the two: said, and mended by a click. */
function Mismatch({ shots, input, offer, onEdit }: ShotsFieldProps & { shots: readonly Shot[] }) {
  const together = shotSeconds(shots)
  const { duration } = lengthOf(input.prompt, offer)
  if (shots.length === 0 || duration === undefined || duration === input.duration) return null
  return (
    <p className="-mt-1 flex flex-wrap items-baseline gap-x-2 text-small text-ink-2">
      The shots come to {together} s, the clip to {secondsOf(input.duration)} s.
      <button
        type="button"
        className="underline decoration-ink-3 underline-offset-3 hover:decoration-ink max-md:py-3"
        onClick={() => onEdit({ duration })}
      >
        Make it {together} s
      </button>
    </p>
  )
}

/** The lengths one shot may have beside the others, and the one it has. */
function choicesFor({ seconds }: Shot, together: number, { least, together: most }: ShotLimits): number[] {
  const longest = Math.max(least, most - (together - seconds))
  const offered = Array.from({ length: longest - least + 1 }, (_, step) => least + step)
  return offered.includes(seconds) ? offered : [...offered, seconds]
}

/** The length that the shots come to, where the model offers it. */
function lengthOf(prompt: string, { durations }: ModelOffer): { duration?: string } {
  const together = shotSeconds(shotsOf(prompt))
  const duration = durations.find((offered) => secondsOf(offered) === together)
  return duration === undefined ? {} : { duration }
}
