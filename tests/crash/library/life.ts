import { appendFileSync, createWriteStream } from 'node:fs'
import { open, readFile } from 'node:fs/promises'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { setTimeout as sleep } from 'node:timers/promises'
import { studioAccount } from '@/lib/account'
import { studioDb } from '@/lib/db/client'
import { startStudio, wakeEngine } from '@/lib/engine/studio'
import { purgeRemote } from '@/lib/generations/purge-remote'
import { exportEverything } from '@/lib/library/archive/export/export'
import { importArchive } from '@/lib/library/archive/import/import'
import { openArchive } from '@/lib/library/archive/import/open'
import { binMany, deleteForGood, emptyBin, unbinMany } from '@/lib/library/bin'
import { removeUpload } from '@/lib/library/remove-upload'
import { takeUpload } from '@/lib/library/take-upload'
import { randomFrom } from '@/tests/crash/scenario'
import { buyClip, buyDamaged, buyTranscript } from '@/tests/support/archive'
import { plainText } from '@/tests/support/files'

// A studio that does all that the library does with files, two things at a time and over and over, until it is killed:
// see tests/crash/library/random.ts.

const [seed = '1', log = '', archive = '', clip = '', tagged = '', out = ''] = process.argv.slice(2)
const random = randomFrom(Number(seed))
const [db, account] = await Promise.all([studioDb(), studioAccount()])
await startStudio()

/** Some of what there is, by chance. */
async function some(where: { binnedAt?: null | { not: null }; state?: 'stored' }, most: number): Promise<string[]> {
  const rows = await db.generation.findMany({ where: { deletedAt: null, ...where }, select: { id: true } })
  return rows
    .map(({ id }) => ({ id, key: random() }))
    .sort((a, b) => a.key - b.key)
    .slice(0, most)
    .map(({ id }) => id)
}

const take = (bytes: Uint8Array, name: string, restore = false) =>
  takeUpload({ body: new Blob([Uint8Array.from(bytes)]).stream(), bytes: bytes.length, name, restore })

const IN_AND_OUT = {
  async import() {
    const handle = await open(archive)
    await importArchive(await openArchive(handle), { onStep: () => undefined })
    await handle.close()
  },
  export: async () => pipeline(Readable.from(await exportEverything()), createWriteStream(out)),
  async buy() {
    await buyClip({ bytes: await readFile(clip), state: 'stored', prompt: `Shot ${random()}` })
    await buyTranscript(account.id)
    await buyDamaged(account.id)
  },
  async purge() {
    const stored = await some({ state: 'stored' }, 3)
    await Promise.all(stored.map(purgeRemote))
    wakeEngine()
    while ((await db.generation.count({ where: { id: { in: stored }, state: 'stored', deletedAt: null } })) > 0) {
      await sleep(5)
    }
  },
}

const AWAY_AND_BACK = {
  bin: async () => binMany(await some({ binnedAt: null }, 3)),
  'restore from the bin': async () => unbinMany(await some({ binnedAt: { not: null } }, 2)),
  'delete for good': async () => deleteForGood(await some({}, 2)),
  'empty the bin': () => emptyBin(account.id),
  upload: async () => take(Buffer.concat([plainText(), Buffer.from(String(random()))]), 'notes.txt'),
  async 'remove an upload'() {
    const upload = await db.asset.findFirst({ where: { mime: 'text/plain', uploadedAt: { not: null } } })
    if (upload) await removeUpload(upload.hash)
  },
  drop: async () => take(await readFile(tagged), 'clip.mp4', true),
}

/** Without end; what is begun and not ended is what a kill cut off. */
async function goOn(verbs: Record<string, () => Promise<unknown>>): Promise<never> {
  const all = Object.entries(verbs)
  for (;;) {
    const [name, act] = all[Math.floor(random() * all.length)] ?? ['', async () => undefined]
    appendFileSync(log, `begin ${name}\n`)
    await act()
    appendFileSync(log, `end ${name}\n`)
  }
}

await Promise.all([goOn(IN_AND_OUT), goOn(AWAY_AND_BACK)])
