import { TextButton } from '@/components/create/media/text-button'
import { dropUpload } from '@/components/create/media/upload-store'
import { isUnderWay, percentOf, type Upload } from '@/components/create/media/uploads'
import { bytesWords } from '@/components/generation/words'

/** A file on its way, with how far it is and a way to stop it; or why it was not taken. */
export function UploadRow({ upload }: { upload: Upload }) {
  const { id, name, bytes, state } = upload
  if (state.kind === 'failed') {
    return (
      <div role="alert" className="flex items-start gap-3 text-small">
        <p className="min-w-0 flex-1 text-state-loss [overflow-wrap:anywhere]">{state.sentence}</p>
        <TextButton name={`Put ${name} away`} onPress={() => dropUpload(id)}>
          Put away
        </TextButton>
      </div>
    )
  }
  if (!isUnderWay(upload)) return null
  const percent = percentOf(upload)
  return (
    <div className="flex flex-col gap-1.5 text-small">
      <div className="flex items-baseline gap-3">
        <p className="min-w-0 flex-1 truncate">
          <span className="font-medium text-body">{name}</span>{' '}
          <span className="text-ink-2">{percent < 100 ? `${percent} % of ${bytesWords(bytes)}` : 'being checked'}</span>
        </p>
        <TextButton name={`Cancel ${name}`} onPress={() => dropUpload(id)}>
          Cancel
        </TextButton>
      </div>
      <UploadBar name={name} percent={percent} />
    </div>
  )
}

export function UploadBar({ name, percent }: { name: string; percent: number }) {
  return (
    <div
      role="progressbar"
      aria-label={`Uploading ${name}`}
      aria-valuenow={percent}
      aria-valuemin={0}
      aria-valuemax={100}
      className="h-1 overflow-hidden rounded-small bg-bar-track"
    >
      <div className="h-full bg-state-work transition-[width] duration-(--slow)" style={{ width: `${percent}%` }} />
    </div>
  )
}
