import { TextButton } from '@/components/create/media/text-button'
import { UploadRow } from '@/components/create/media/upload-row'
import { dropUpload } from '@/components/create/media/upload-store'
import type { Upload } from '@/components/create/media/uploads'

/** Of more than these in line, only their number is told. */
const MOST_IN_LINE = 3

/** What is arriving in a place, and what did not. */
export function UploadRows({ uploads }: { uploads: readonly Upload[] }) {
  const inLine = uploads.filter(({ state }) => state.kind === 'waiting')
  const counted = inLine.length > MOST_IN_LINE ? inLine : []
  return (
    <>
      {uploads
        .filter((upload) => !counted.includes(upload))
        .map((upload) => (
          <UploadRow key={upload.id} upload={upload} />
        ))}
      {counted.length > 0 && (
        <div className="flex items-baseline gap-3 text-small">
          <p className="min-w-0 flex-1 text-ink-2">{counted.length} more to come</p>
          <TextButton
            name={`Cancel the ${counted.length} to come`}
            onPress={() => {
              for (const { id } of counted) dropUpload(id)
            }}
          >
            Cancel them
          </TextButton>
        </div>
      )}
    </>
  )
}
