import { bytesWords, countWords } from '@/components/generation/words'
import type { ImportReport, ImportView } from '@/lib/library/archive/view'

/** How an import goes: its share, and the amounts in words. */
export function importProgress(job: ImportView): { share: number | null; words: string } {
  const { state, receivedBytes, totalBytes, done, total } = job
  if (state === 'receiving') {
    const of = totalBytes === null ? '' : ` of ${bytesWords(totalBytes)}`
    return {
      share: totalBytes ? receivedBytes / totalBytes : null,
      words: `${bytesWords(receivedBytes)}${of} received`,
    }
  }
  const looked = `${done.toLocaleString('en-US')} of ${total.toLocaleString('en-US')} looked at`
  return { share: total === 0 ? null : Math.min(1, done / total), words: looked }
}

/** What an import did, a sentence each. */
export function reportWords(report: ImportReport): string[] {
  const { added, restored, known, files, uploads, projects, searches } = report
  return [
    `${countWords(added, 'generation')} came in${restored > 0 ? `, ${restored.toLocaleString('en-US')} came back` : ''}.`,
    ...(known > 0 ? [`${countWords(known, 'generation')} ${known === 1 ? 'was' : 'were'} here already.`] : []),
    ...(files > 0 ? [`${countWords(files, 'file')} ${files === 1 ? 'was' : 'were'} stored, checked by hash.`] : []),
    ...list([
      [uploads, 'upload'],
      [projects, 'project'],
      [searches, 'saved search', 'saved searches'],
    ]),
  ]
}

function list(counts: [number, string, string?][]): string[] {
  const named = counts
    .filter(([count]) => count > 0)
    .map(([count, one, many = `${one}s`]) => `${count.toLocaleString('en-US')} ${count === 1 ? one : many}`)
  return named.length === 0 ? [] : [`Also ${named.join(', ')}.`]
}
