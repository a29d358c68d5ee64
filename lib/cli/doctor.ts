import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { fail, generateClient, readSettings, say } from '@/lib/cli/prepare'
import { systemClock } from '@/lib/clock'
import { StudioError } from '@/lib/errors'

// npm run doctor: compares database, media folder and ledger, and names whatever does not agree; `-- --deep` reads every
// file and compares it with its hash; `-- --fix` first puts right what can be without losing anything. Exits with 1 when
// it finds anything, or anything is left.

const flag = { type: 'boolean', default: false } as const
const { values } = parseArgs({ options: { deep: flag, fix: flag } })
const { dataDir } = readSettings()
generateClient()

// What reads the database is loaded only now that its client is there.
const { openAsItIs } = await import('@/lib/db/as-it-is')
const { examine } = await import('@/lib/library/doctor/examine')
const { mend } = await import('@/lib/library/doctor/mend')
const { mediaFolderIn } = await import('@/lib/media/folder')

const db = await openAsItIs(dataDir).catch((error: unknown) => {
  if (error instanceof StudioError) fail(error.sentence)
  throw error
})
say(`Looking through ${dataDir}${values.deep ? ', every file to its last byte' : ''}.`)
const check = { db, folder: mediaFolderIn(dataDir), deep: values.deep, now: systemClock() }
if (values.fix) {
  const aside = join(dataDir, 'aside', new Date(check.now).toISOString().replaceAll(':', ''))
  for await (const { about, what } of mend({ ...check, aside })) say(`fixed: ${about}: ${what}`)
}
let findings = 0
for await (const { part, about, what, note } of examine(check)) {
  if (!note) findings += 1
  say(`${note ? 'note' : part}: ${about}: ${what}`)
}
const [generations, lines] = await Promise.all([db.generation.count(), db.ledgerEntry.count()])
await db.$disconnect()
const seen = `${generations.toLocaleString('en-US')} generations, ${lines.toLocaleString('en-US')} ledger entries`
say(findings === 0 ? `Nothing is wrong: ${seen}.` : `${findings} ${findings === 1 ? 'finding' : 'findings'}: ${seen}.`)
process.exit(findings === 0 ? 0 : 1)
