import { Copyable } from '@/components/library/copyable'
import { Fact, FactList } from '@/components/library/fact-list'
import { fileWords } from '@/components/library/file-words'
import type { GenerationView } from '@/lib/generations/view'
import { aspectRatioLabel, bitrateLabel, durationLabel, resolutionLabel, upscaleLabel } from '@/lib/models/describe'

/** What the clip was made from, and the file that came of it. */
export function Parameters({ view: { model, input, project, clip, queueId } }: { view: GenerationView }) {
  return (
    <FactList title="Parameters">
      <Fact name="Project">{project?.name ?? null}</Fact>
      <Fact name="Model">{model.name}</Fact>
      <Fact name="Model id">
        <span className="font-mono text-small">{model.id}</span>
      </Fact>
      <Fact name="Duration">{input.duration === '' ? null : durationLabel(input.duration)}</Fact>
      <Fact name="Resolution">{input.resolution && resolutionLabel(input.resolution)}</Fact>
      <Fact name="Aspect ratio">{input.aspectRatio && aspectRatioLabel(input.aspectRatio)}</Fact>
      <Fact name="Upscale factor">{input.upscaleFactor && upscaleLabel(input.upscaleFactor)}</Fact>
      <Fact name="Audio">{input.audio === null ? null : input.audio ? 'On' : 'Off'}</Fact>
      <Fact name="Bitrate">{input.bitrate && bitrateLabel(input.bitrate)}</Fact>
      <Fact name="File">{clip && fileWords(clip)}</Fact>
      <Fact name="Hash">{clip && <Copyable name="hash" text={clip.hash} />}</Fact>
      <Fact name="Queue id">{queueId && <Copyable name="queue id" text={queueId} />}</Fact>
    </FactList>
  )
}
