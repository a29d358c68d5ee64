'use client'

import { FileButton } from '@/components/library/archive/file-button'
import { importProgress, reportWords } from '@/components/library/archive/import-words'
import { ProgressBar } from '@/components/library/archive/progress-bar'
import { useImport } from '@/components/library/archive/use-import'
import { Section } from '@/components/spending/section'
import type { ImportReport } from '@/lib/library/archive/view'

/** Takes an archive in, and says what came of it. */
export function ImportPart() {
  const { job, going, refusal, begin } = useImport()
  return (
    <Section id="import" title="Import an archive" className="border-line border-t py-4">
      <p className="max-w-prose text-body text-ink-2">
        An archive that a Squero exported. What is here stays as it is, and what is here already does not come twice, so
        the same archive may be imported again. Every file is checked by its hash before it appears. While it is
        received it needs room beside what comes out of it.
      </p>
      <div className="mt-3 flex max-w-prose flex-col gap-3">
        <FileButton accept=".zip,application/zip" disabled={going} onFiles={([file]) => file && void begin(file)}>
          Choose an archive
        </FileButton>
        <div role="status" aria-label="Import" className="flex flex-col gap-2 text-small">
          {job && going && (
            <ProgressBar label="Import" share={importProgress(job).share}>
              {importProgress(job).words}
            </ProgressBar>
          )}
          {job?.state === 'done' && <Report report={job.report} />}
        </div>
        {!going && (refusal ?? job?.sentence) && (
          <p role="alert" className="text-small text-state-loss">
            {refusal ?? job?.sentence}
          </p>
        )}
      </div>
    </Section>
  )
}

function Report({ report }: { report: ImportReport }) {
  const { told, toldInAll } = report
  return (
    <>
      <p className="text-body text-ink">{reportWords(report).join(' ')}</p>
      {told.length > 0 && (
        <details>
          <summary className="cursor-pointer text-ink-2">
            {toldInAll.toLocaleString('en-US')} {toldInAll === 1 ? 'thing is' : 'things are'} to be told
          </summary>
          <ul className="mt-2 flex flex-col gap-1 text-ink-2">
            {told.map(({ id, sentence }, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: what is told does not change, and ids may come twice
              <li key={at}>
                {id && <span className="font-mono text-caption text-ink-3">{id}</span>} {sentence}
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  )
}
