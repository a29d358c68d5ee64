import * as fc from 'fast-check'
import { afterAll, beforeAll, expect, it } from 'vitest'
import * as z from 'zod'
import * as derivatives from '@/app/actions/derivatives'
import * as generations from '@/app/actions/generations'
import * as library from '@/app/actions/library'
import * as projects from '@/app/actions/projects'
import * as spending from '@/app/actions/spending'
import * as transcripts from '@/app/actions/transcripts'
import * as uploads from '@/app/actions/uploads'
import { log } from '@/lib/log'
import { openTestStudio } from '@/tests/support/studio'
import { nearly } from '@/tests/support/wild'
import * as near from './bad-input/near-inputs'

const CALLS = 500

let studio: Awaited<ReturnType<typeof openTestStudio>>
let stop: () => Promise<void>

beforeAll(async () => {
  log.level = 'error'
  studio = await openTestStudio()
  stop = (await studio.start()).stop
}, 60_000)
afterAll(() => stop())

const ACTIONS: Record<string, unknown> = {
  ...derivatives,
  ...generations,
  // Another one of this name is there already.
  ...Object.fromEntries(Object.entries(library).map(([name, action]) => [`library ${name}`, action])),
  ...projects,
  ...spending,
  ...transcripts,
  ...uploads,
}

const id = nearly(near.uuid)
const ids = nearly(fc.array(near.uuid, { minLength: 1, maxLength: 3 }))
const project = nearly(fc.option(near.uuid))
const tags = nearly(fc.array(fc.constantFrom('dusk', 'B-Roll', 'ночь'), { maxLength: 3 }))
const step = fc.oneof(
  fc.record({ verb: fc.constant('move'), ids: fc.array(near.uuid), projectId: fc.option(near.uuid) }),
  fc.record({ verb: fc.constantFrom('bin', 'unbin'), ids: fc.array(near.uuid) }),
  fc.record({ verb: fc.constant('rate'), ids: fc.array(near.uuid), rating: fc.integer({ min: 1, max: 5 }) }),
)

/** What a page sends for each action; what there is nothing of here, and a price nobody told. */
const ARGUMENTS: Record<string, fc.Arbitrary<unknown>[]> = {
  submitGeneration: [
    nearly(
      fc.record({
        id: near.uuid,
        input: near.input,
        quotedMicroUsd: near.amount,
        projectId: fc.constant(null),
        timeZone: near.timeZone,
        confirmed: fc.boolean(),
      }),
    ),
  ],
  submitTranscript: [
    nearly(
      fc.record({
        id: near.uuid,
        url: fc.constantFrom('https://vimeo.com/76979871', 'https://youtu.be/short'),
        timeZone: near.timeZone,
        confirmed: fc.constant(true),
      }),
    ),
  ],
  cancelGeneration: [id],
  deleteGeneration: [id],
  receiveAgain: [id],
  askAgain: [id],
  confirmConsent: [id],
  giveUp: [id],
  resolveUncertain: [id, nearly(fc.constantFrom('charged', 'not-charged'))],
  moveInLine: [id, nearly(fc.constantFrom('first', 'up', 'down', 'last'))],
  'library bin': [ids],
  'library unbin': [ids],
  'library deleteForGood': [ids],
  'library emptyBin': [nearly(fc.constantFrom('an account', null))],
  'library moveToProject': [ids, project],
  'library tag': [ids, tags, tags],
  'library rate': [ids, nearly(fc.option(fc.integer({ min: 1, max: 5 })))],
  'library star': [ids, nearly(fc.boolean())],
  'library remark': [id, nearly(fc.constantFrom('Für den Abspann', ''))],
  'library markSeen': [ids],
  'library undo': [nearly(fc.array(step, { minLength: 1, maxLength: 3 }))],
  'library createProject': [nearly(fc.constantFrom('Film', 'Act one')), project],
  'library renameProject': [id, nearly(fc.constantFrom('Film', 'Act one'))],
  'library moveProject': [id, project],
  'library deleteProject': [id],
  'library saveSearch': [nearly(fc.constantFrom('Keepers')), nearly(fc.constantFrom('star=1&q=fog', ''))],
  'library deleteSearch': [id],
  pauseSending: [],
  resumeSending: [],
  createProject: [nearly(fc.constantFrom('Harbour', 'Café'))],
  saveCaps: [
    nearly(
      fc.record({
        dayCapMicroUsd: fc.option(near.amount),
        generationCapMicroUsd: fc.option(near.amount),
        askAboveMicroUsd: fc.option(near.amount),
        timeZone: near.timeZone,
      }),
    ),
  ],
  capProject: [nearly(fc.record({ id: near.uuid, capMicroUsd: fc.option(near.amount) }))],
  saveDerivative: [
    nearly(
      fc.record({
        hash: near.hash,
        kind: fc.constantFrom('poster', 'preview'),
        file: fc.constant(new Blob(['not a picture'])),
      }),
    ),
  ],
  removeUpload: [nearly(near.hash)],
  shrinkUpload: [nearly(near.hash)],
}

const sentence = z.string().regex(/^[A-Z].*[.…]$/s)
const answer = z.union([
  z.looseObject({ ok: z.literal(true) }),
  z.looseObject({ ok: z.literal(false), sentence }),
  z.looseObject({ kind: z.enum(['invalid', 'refused']), sentence }),
  z.looseObject({ kind: z.literal('cap'), refusal: z.looseObject({ sentence }) }),
  z.looseObject({ kind: z.enum(['moved', 'ask']) }),
])

it('promise 15: every action is called here', () => {
  expect(Object.keys(ARGUMENTS).sort()).toEqual(Object.keys(ACTIONS).sort())
})

it('promise 15: whatever an action is given, it says yes or says in a sentence why not, and buys nothing', async () => {
  let calls = 0
  for (const [name, args] of Object.entries(ARGUMENTS)) {
    const action = ACTIONS[name]
    if (typeof action !== 'function') throw new Error(`${name} is no action.`)
    await fc.assert(
      fc.asyncProperty(fc.tuple(...args), async (given) => {
        calls += 1
        answer.parse(await action(...given))
      }),
      { numRuns: args.length === 0 ? 1 : CALLS, seed: 15 },
    )
  }
  const [held, rows] = [await studio.db.ledgerEntry.count(), await studio.db.generation.count()]
  const paid = ['queue', 'transcriptions']
  const sent = (await studio.control.requests()).filter(({ route }) => paid.includes(route ?? '')).length
  process.stdout.write(
    `promise 15: ${Object.keys(ARGUMENTS).length} actions, ${calls} calls, ${held} held, ${sent} sent\n`,
  )
  expect([held, rows, sent]).toEqual([0, 0, 0])
}, 120_000)
