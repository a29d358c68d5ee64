import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { submitTranscript } from '@/lib/generations/submit-transcript'
import { startEngineProcess, startSandboxProcess } from '@/tests/support/app'
import { openTestStudio, untilState } from '@/tests/support/studio'
import { transcriptIntent, transcriptSends, videoAt } from '@/tests/support/transcripts'

const KEY = 'transcripts'

let sandbox: Awaited<ReturnType<typeof startSandboxProcess>>
let studio: Awaited<ReturnType<typeof openTestStudio>>

beforeAll(async () => {
  sandbox = await startSandboxProcess({ key: KEY })
  studio = await openTestStudio({ VENICE_API_KEY: KEY, VENICE_API_BASE_URL: sandbox.url })
})
afterAll(() => sandbox.kill())

const engine = () => startEngineProcess(studio.dataDir, { url: sandbox.url, key: KEY })

it.each([
  ['before', 'charged nothing', 0],
  ['after', 'charged', 1],
])(
  'a process killed between the send and the record: unclear, not sent again, %s the charge (%s)',
  async (when, _, charged) => {
    const url = videoAt(`kill-${when}`)
    await sandbox.control.fault({ on: 'transcriptions', fault: { kind: 'stall', when } })
    const before = (await sandbox.control.ledger()).length
    const intent = transcriptIntent(url)
    expect((await submitTranscript(intent)).kind).toBe('accepted')
    const first = await engine()
    while ((await transcriptSends(sandbox.control, url)) === 0) await sleep(50)
    await first.kill()

    const second = await engine()
    expect((await untilState(intent.id, ['uncertain', 'done'])).state).toBe('uncertain')
    await sleep(1000)
    await second.kill()
    expect(await transcriptSends(sandbox.control, url)).toBe(1)
    expect((await sandbox.control.ledger()).length - before).toBe(charged)
    const lines = await studio.db.ledgerEntry.findMany({ where: { generationId: intent.id } })
    expect(lines.map(({ kind, unknown }) => [kind, unknown])).toEqual([['reserve', true]])
  },
)
