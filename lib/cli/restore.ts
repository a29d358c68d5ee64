import { parseArgs } from 'node:util'
import { checkBackup } from '@/lib/backup/check'
import { restoreBackup } from '@/lib/backup/restore'
import { readDataFolder } from '@/lib/cli/data-folder'
import { failed } from '@/lib/cli/failed'
import { say } from '@/lib/cli/prepare'
import { systemClock } from '@/lib/clock'

// npm run restore -- BACKUP [FOLDER]: puts a backup into a new or empty folder, by itself the data folder. With `--check`
// it only reads the backup through. Exits with 1 when the backup is damaged, or anything else is in the way. With
// `--without-damaged` media that are damaged are left out and named, and it exits with 2.

const { values, positionals } = parseArgs({
  options: { check: { type: 'boolean', default: false }, 'without-damaged': { type: 'boolean', default: false } },
  allowPositionals: true,
})
const [from, folder] = positionals
if (from === undefined || positionals.length > 2 || (values.check && folder !== undefined)) {
  failed('Name one backup, and where it goes: npm run restore -- /mnt/backups/squero-20261129-221000 ./data')
}

if (values.check) {
  const { files, madeAt } = await checkBackup(from).catch(failed)
  say(`The backup of ${madeAt} is whole: ${files.length.toLocaleString('en-US')} files, each as its checksum says.`)
  process.exit(0)
}

const dataDir = folder ?? readDataFolder()
const withoutDamaged = values['without-damaged']
const order = { from, dataDir, migrations: 'prisma/migrations', now: systemClock(), withoutDamaged }
const { manifest, leftOut, generations, waiting } = await restoreBackup(order).catch(failed)
const many = `${generations.toLocaleString('en-US')} generations, ${manifest.files.length.toLocaleString('en-US')} files`
say(`The backup of ${manifest.madeAt} is in ${dataDir}: ${many}.`)
for (const path of manifest.missing) say(`missing: ${path}: the library had not got it whole when it was backed up.`)
for (const sentence of leftOut) say(`left out: ${sentence}`)
if (waiting > 0) {
  say(
    `${waiting} of them ${waiting === 1 ? 'waits' : 'wait'} to be sent, and ${waiting === 1 ? 'is' : 'are'} paused: the studio this is a backup of may have sent ${waiting === 1 ? 'it' : 'them'} since. Look there or at Venice first, then resume or cancel on the Create page.`,
  )
}
say('Keys are in no backup: set yours again. Do not start the old studio again beside this one.')
process.exit(leftOut.length === 0 ? 0 : 2)
