import { expect, it } from 'vitest'
import { type Medium, NO_MEDIA } from '@/lib/generations/media-input'
import { inWorkflow, WORKFLOWS, workflowOf } from '@/lib/generations/workflows'

const image: Medium = { kind: 'url', url: 'https://example.org/a.png', seconds: null }
const media = { ...NO_MEDIA, referenceImages: [image, image] }
const named = (id: string) => {
  const found = WORKFLOWS.find((workflow) => workflow.id === id)
  if (!found) throw new Error(`There is no workflow ${id}.`)
  return found
}

it.each([
  ['reference', 'Refer to <Subject 1> in <Image 1> and <Subject 2> in <Image 2> to generate a regatta'],
  ['edit', 'Strictly edit <Video 1>, changing its a regatta'],
  ['extend', 'Extend <Video 1>, generate a regatta'],
  ['stitch', '<Video 1> + a regatta + followed by <Video 2>'],
])('%s is worded as the guide words it, with what was written', (id, wording) => {
  expect(inWorkflow(named(id), 'a regatta', media)).toBe(wording)
  expect(workflowOf(wording)).toBe(id)
})

it('from one workflow to any other nothing that was written is lost or doubled', () => {
  for (const from of WORKFLOWS) {
    for (const to of WORKFLOWS) {
      const prompt = inWorkflow(from, 'a regatta at dusk', media)
      expect(inWorkflow(to, prompt, media)).toBe(inWorkflow(to, 'a regatta at dusk', media))
    }
  }
})

it('with nothing written yet the wording waits to be gone on with', () => {
  expect(inWorkflow(named('extend'), '', media)).toBe('Extend <Video 1>, generate ')
  expect(inWorkflow(named('stitch'), '', media)).toBe('<Video 1> + … + followed by <Video 2>')
  expect(workflowOf('A boat')).toBeNull()
})
