import 'server-only'
import type { ClipView } from '@/lib/generations/clip-view'
import { readGeneration } from '@/lib/generations/read'
import type { GenerationView } from '@/lib/generations/view'
import { readMarks } from '@/lib/library/marks'

interface Compared {
  view: GenerationView
  clip: ClipView
}

/** The clips to be compared, in this order, and which are starred or in the bin. What has no clip is left out. */
export async function readCompared(
  ids: readonly string[],
): Promise<{ compared: Compared[]; verdicts: Record<string, { kept: boolean; rejected: boolean }> }> {
  const found = await Promise.all(
    ids.map(async (id) => ({ view: await readGeneration(id), marks: await readMarks(id) })),
  )
  const compared = found.flatMap(({ view, marks }) =>
    view?.clip && marks ? [{ view, clip: view.clip, rejected: marks.binnedAt !== null }] : [],
  )
  return {
    compared: compared.map(({ view, clip }) => ({ view, clip })),
    verdicts: Object.fromEntries(compared.map(({ view, rejected }) => [view.id, { kept: view.starred, rejected }])),
  }
}
