import { moveKeyframe } from '@/components/create/media/change-media'
import type { FieldProps } from '@/components/create/media/field-props'
import { FrameNumber } from '@/components/create/media/frame-number'
import { FrameRuler } from '@/components/create/media/frame-ruler'
import { lastFrame } from '@/components/create/media/frames'
import { DROP_EDGE, Invitation } from '@/components/create/media/invitation'
import type { FramesPlace } from '@/components/create/media/places'
import { RemoveButton } from '@/components/create/media/remove-button'
import { UploadRows } from '@/components/create/media/upload-rows'
import { uploadsAt } from '@/components/create/media/uploads'
import { MediumThumb } from '@/components/generation/medium-thumb'
import { mediumKey, mediumName } from '@/components/generation/medium-words'
import { playheadWords } from '@/components/generation/words'
import { KEYFRAME_RATE } from '@/lib/generations/media-input'

interface KeyframesProps extends FieldProps<FramesPlace> {
  /** Of the clip, as the form has it. */
  duration: string
}

/** Pictures that the clip passes through, each at its frame. */
export function Keyframes({ place, desk, duration, lit, sources, onRemove }: KeyframesProps) {
  const { keyframes } = desk.media
  const uploads = uploadsAt(desk.uploads, place)
  const last = lastFrame(duration)
  const move = (at: number, frame: number) => desk.change((media) => moveKeyframe(media, at, frame))
  return (
    <>
      {keyframes.length > 0 && (
        <>
          <FrameRuler frames={keyframes.map(({ frame }) => frame)} last={last} onMove={move} />
          <ol className="grid grid-cols-[repeat(auto-fill,minmax(7rem,1fr))] gap-2">
            {keyframes.map(({ image, frame }, at) => (
              <li
                // biome-ignore lint/suspicious/noArrayIndexKey: a keyframe is known by its number, and keeps it while it is moved
                key={at}
                className="relative min-w-0"
              >
                <span className="relative block aspect-video overflow-hidden rounded-control bg-surface-3">
                  <MediumThumb key={mediumKey(image)} medium={image} kind="image" />
                  <span className="absolute bottom-1 left-1 min-w-4.5 rounded-small bg-[rgb(6_9_8/.74)] px-1 text-center font-medium text-[#f2ede1] text-caption leading-4.5">
                    {at + 1}
                  </span>
                </span>
                <RemoveButton name={mediumName(image)} onRemove={() => onRemove(at)} />
                <span className="mt-1 flex items-center gap-2 text-small">
                  <FrameNumber name={`Frame of keyframe ${at + 1}`} frame={frame} onFrame={(to) => move(at, to)} />
                  <span className="text-ink-2">{playheadWords(frame / KEYFRAME_RATE)}</span>
                </span>
              </li>
            ))}
          </ol>
        </>
      )}
      <div className={`flex min-w-0 flex-col justify-center gap-1.5 px-3 py-2 ${DROP_EDGE[lit ? 'lit' : 'still']}`}>
        <UploadRows uploads={uploads} />
        {keyframes.length === 0 && uploads.length === 0 && <Invitation kind="image" />}
        {sources}
      </div>
    </>
  )
}
