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
import * as shelf from './bad-input/readers-of-library'

const CALLS = 300

let studio: Awaited<ReturnType<typeof openTestStudio>>
let stop: () => Promise<void>

beforeAll(async () => {
  log.level = 'error'
  studio = await openTestStudio()
  stop = (await studio.start()).stop
}, 60_000)
afterAll(() => stop())

/** By file and name: two files may have one of the same name. */
const ACTIONS = Object.fromEntries(
  Object.entries({ derivatives, generations, library, projects, spending, transcripts, uploads }).flatMap(
    ([file, actions]) =>
      Object.entries(actions).map(([name, action]): [string, unknown] => [`${file}.${name}`, action]),
  ),
)

const id = nearly(near.uuid)
const ids = nearly(shelf.ids)
const maybeProject = nearly(fc.option(near.uuid))
const name = nearly(fc.constantFrom('Harbour', 'Café'))

/** What a page sends for each action; what there is nothing of here, and a price nobody told. */
const ARGUMENTS: Record<string, fc.Arbitrary<unknown>[]> = {
  'generations.submitGeneration': [
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
  'transcripts.submitTranscript': [
    nearly(
      fc.record({
        id: near.uuid,
        url: fc.constantFrom('https://vimeo.com/76979871', 'https://youtu.be/short'),
        timeZone: near.timeZone,
        confirmed: fc.constant(true),
      }),
    ),
  ],
  'generations.cancelGeneration': [id],
  'generations.deleteGeneration': [id],
  'generations.receiveAgain': [id],
  'generations.askAgain': [id],
  'generations.confirmConsent': [id],
  'generations.giveUp': [id],
  'generations.resolveUncertain': [id, nearly(fc.constantFrom('charged', 'not-charged'))],
  'generations.moveInLine': [id, nearly(fc.constantFrom('first', 'up', 'down', 'last'))],
  'generations.purgeRemote': [id],
  'generations.markAllSeen': [],
  'generations.pauseSending': [],
  'generations.resumeSending': [],
  'projects.createProject': [name],
  'library.moveToProject': [ids, maybeProject],
  'library.tag': [ids, nearly(shelf.tags), nearly(shelf.tags)],
  'library.rate': [ids, nearly(shelf.rating)],
  'library.star': [ids, nearly(fc.boolean())],
  'library.remark': [id, nearly(fc.constantFrom('', 'The third take.'))],
  'library.bin': [ids],
  'library.unbin': [ids],
  'library.deleteForGood': [ids],
  'library.emptyBin': [nearly(fc.constantFrom(null, 'x'))],
  'library.undo': [nearly(shelf.steps)],
  'library.markSeen': [ids],
  'library.createProject': [name, maybeProject],
  'library.renameProject': [id, name],
  'library.moveProject': [id, maybeProject],
  'library.deleteProject': [id],
  'library.saveSearch': [name, nearly(fc.constantFrom('q=mist&sort=price', 'rating=5'))],
  'library.deleteSearch': [id],
  'spending.saveCaps': [
    nearly(
      fc.record({
        dayCapMicroUsd: fc.option(near.amount),
        generationCapMicroUsd: fc.option(near.amount),
        askAboveMicroUsd: fc.option(near.amount),
        timeZone: near.timeZone,
      }),
    ),
  ],
  'spending.capProject': [nearly(fc.record({ id: near.uuid, capMicroUsd: fc.option(near.amount) }))],
  'derivatives.saveDerivative': [
    nearly(
      fc.record({
        hash: near.hash,
        kind: fc.constantFrom('poster', 'preview'),
        file: fc.constant(new Blob(['not a picture'])),
      }),
    ),
  ],
  'uploads.removeUpload': [nearly(near.hash)],
  'uploads.shrinkUpload': [nearly(near.hash)],
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
  for (const [called, args] of Object.entries(ARGUMENTS)) {
    const action = ACTIONS[called]
    if (typeof action !== 'function') throw new Error(`${called} is no action.`)
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
