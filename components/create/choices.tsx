import { AspectPicture } from '@/components/create/aspect-picture'
import { ChoiceField } from '@/components/create/choice-field'
import type { FieldErrors } from '@/components/create/generate-state'
import { secondsWords } from '@/components/generation/medium-words'
import { Field, labelId } from '@/components/ui/field'
import type { Choice } from '@/components/ui/segmented'
import { Switch } from '@/components/ui/switch'
import type { GenerationInput } from '@/lib/generations/input'
import { aspectRatioLabel, bitrateLabel, durationLabel, resolutionLabel, upscaleLabel } from '@/lib/models/describe'
import type { ModelOffer } from '@/lib/models/offer'
import { isAsSource } from '@/lib/models/scale'

/** From here on the segments of a duration have no room for the unit: it moves to the label. */
const BARE_NUMBERS = 9
/** With more aspect ratios than this there is no room for their shapes. */
const DRAWN = 5

const BITRATES = ['standard', 'high'] as const

interface ChoicesProps {
  offer: ModelOffer
  input: GenerationInput
  errors: FieldErrors
  onEdit: (change: Partial<GenerationInput>) => void
}

/** Exactly the choices the model takes. */
export function Choices({ offer, input, errors, onEdit }: ChoicesProps) {
  const durations = offer.durations.map(durationChoice(offer.durations.length >= BARE_NUMBERS))
  return (
    <div className="grid grid-cols-2 gap-x-3 gap-y-4 md:flex md:flex-wrap md:[&>*]:flex-auto">
      <ChoiceField
        id="duration"
        label="Duration"
        hint={offer.durations.length >= BARE_NUMBERS ? 'seconds' : undefined}
        choices={durations}
        aside={isAsSource(input.duration) ? sourceWords(input) : undefined}
        value={input.duration}
        error={errors.duration}
        onChange={(duration) => onEdit({ duration })}
        className="md:basis-full!"
      />
      <ChoiceField
        id="resolution"
        label="Resolution"
        choices={offer.resolutions.map((value) => ({ value, name: resolutionLabel(value) }))}
        value={input.resolution ?? ''}
        error={errors.resolution}
        onChange={(resolution) => onEdit({ resolution })}
      />
      <ChoiceField
        id="upscale-factor"
        label="Upscale factor"
        choices={offer.upscaleFactors.map((factor) => ({ value: String(factor), name: upscaleLabel(factor) }))}
        value={String(input.upscaleFactor)}
        error={errors.upscaleFactor}
        onChange={(factor) => onEdit({ upscaleFactor: Number(factor) })}
      />
      <ChoiceField
        id="aspect-ratio"
        label="Aspect ratio"
        choices={offer.aspectRatios.map(aspectChoice(offer.aspectRatios.length <= DRAWN))}
        value={input.aspectRatio ?? ''}
        error={errors.aspectRatio}
        onChange={(aspectRatio) => onEdit({ aspectRatio })}
      />
      <ChoiceField
        id="bitrate"
        label="Bitrate"
        choices={offer.bitrate ? BITRATES.map((value) => ({ value, name: bitrateLabel(value) })) : []}
        value={input.bitrate ?? ''}
        error={errors.bitrate}
        onChange={(value) => onEdit({ bitrate: BITRATES.find((bitrate) => bitrate === value) ?? null })}
      />
      {offer.sound === 'optional' && (
        <Field id="audio" label="Audio" error={errors.audio} className="md:flex-none!">
          <Switch on={input.audio ?? false} labelledBy={labelId('audio')} onChange={(audio) => onEdit({ audio })} />
        </Field>
      )}
    </div>
  )
}

/** How long a clip gets that is as long as its source. */
function sourceWords({ media: { sourceVideo } }: GenerationInput): string {
  return sourceVideo?.seconds ? secondsWords(sourceVideo.seconds) : ''
}

function durationChoice(bare: boolean) {
  return (value: string): Choice => {
    const name = durationLabel(value)
    return bare ? { value, name, short: name.replace(/ s$/, '') } : { value, name }
  }
}

function aspectChoice(drawn: boolean) {
  return (value: string): Choice => ({
    value,
    name: aspectRatioLabel(value),
    picture: drawn && <AspectPicture ratio={value} />,
  })
}
