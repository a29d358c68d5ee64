import type { MediaInput } from '@/lib/generations/media-input'

/** What a Seedance reference model does with its references. It reads it from the wording of the prompt. */
export interface Workflow {
  id: 'reference' | 'edit' | 'extend' | 'stitch'
  name: string
  /** What it is for, in a few words. */
  purpose: string
  /** `omni_reference_task_type`, where the model takes it. */
  task: string
  /** How many reference videos it begins from, at least. */
  videos: number
  /** What the clip has from its source where the model can follow one (`QueueVideoRequest.duration`, `aspect_ratio`). */
  keeps: { length: boolean; shape: boolean }
  /** The canonical wording, to be gone on with. */
  wording(media: MediaInput): string
}

/** The four of the vendor's Seedance guide, with its wording. */
export const WORKFLOWS: readonly Workflow[] = [
  {
    id: 'reference',
    name: 'Reference',
    purpose: 'Something new, with what the references show',
    task: 'reference',
    videos: 0,
    keeps: { length: false, shape: false },
    wording: ({ referenceImages }) =>
      referenceImages.length > 0
        ? `Refer to ${list(referenceImages.map((_, at) => `<Subject ${at + 1}> in <Image ${at + 1}>`))} to generate `
        : 'Refer to <Video 1> to generate ',
  },
  {
    id: 'edit',
    name: 'Edit',
    purpose: 'The clip as it is, with one thing changed',
    task: 'edit',
    videos: 1,
    keeps: { length: true, shape: true },
    wording: () => 'Strictly edit <Video 1>, changing its ',
  },
  {
    id: 'extend',
    name: 'Extend',
    purpose: 'What happens next; only new footage comes back',
    task: 'extend',
    videos: 1,
    keeps: { length: false, shape: true },
    wording: () => 'Extend <Video 1>, generate ',
  },
  {
    id: 'stitch',
    name: 'Stitch',
    purpose: 'Two clips with something between them',
    // There is no task of that name.
    task: 'auto',
    videos: 2,
    keeps: { length: false, shape: false },
    wording: () => '<Video 1> + … + followed by <Video 2>',
  },
]

/** `a`, `a and b`, `a, b and c`. */
function list(items: readonly string[]): string {
  return items.length < 2 ? items.join('') : `${items.slice(0, -1).join(', ')} and ${items.at(-1)}`
}

/** Which workflow the wording of a prompt stands for; null when it is none of them. */
export function workflowOf(prompt: string): Workflow['id'] | null {
  const text = prompt.trim()
  if (/^strictly edit\b/i.test(text)) return 'edit'
  if (/^extend\b/i.test(text)) return 'extend'
  if (/<video 1>[\s\S]*followed by\s+<video 2>/i.test(text)) return 'stitch'
  return /^refer to\b/i.test(text) ? 'reference' : null
}

/** The prompt in the wording of a workflow: what was written after an earlier one's wording stays. */
export function inWorkflow(workflow: Workflow, prompt: string, media: MediaInput): string {
  const rest = restOf(prompt)
  const wording = workflow.wording(media)
  return workflow.id === 'stitch' ? (rest === '' ? wording : wording.replace('…', rest)) : `${wording}${rest}`
}

const OPENINGS = [
  /^refer to [\s\S]*? to generate\s*/i,
  /^strictly edit <video 1>,? changing its\s*/i,
  /^extend <video 1>,? generate\s*/i,
  /^<video 1> \+ ([\s\S]*?) \+ followed by <video 2>/i,
]

function restOf(prompt: string): string {
  const text = prompt.trim()
  for (const opening of OPENINGS) {
    const found = opening.exec(text)
    if (found) return (found[1] ?? text.slice(found[0].length)).replace(/^…$/, '').trim()
  }
  return text
}
