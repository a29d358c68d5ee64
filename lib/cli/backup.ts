import { parseArgs } from 'node:util'
import { backUp } from '@/lib/backup/back-up'
import { readDataFolder } from '@/lib/cli/data-folder'
import { failed } from '@/lib/cli/failed'
import { say } from '@/lib/cli/prepare'
import { systemClock } from '@/lib/clock'
import { studioVersion } from '@/lib/version'

// npm run backup -- FOLDER: a backup of the data folder, also while the studio runs, in a new folder within FOLDER.
// `--copy` shares nothing with the library's own files. Exits with 1 when there is none, and with 2 when the library
// itself lacks files.

const { values, positionals } = parseArgs({
  options: { copy: { type: 'boolean', default: false } },
  allowPositionals: true,
})
const [into] = positionals
if (into === undefined || positionals.length > 1) {
  failed('Name one folder where backups are kept: npm run backup -- /mnt/backups')
}

const order = { dataDir: readDataFolder(), into, now: systemClock(), squero: studioVersion(), copy: values.copy }
const { folder, manifest } = await backUp(order).catch(failed)
const bytes = manifest.files.reduce((sum, file) => sum + file.bytes, 0)
say(`${folder}: ${manifest.files.length.toLocaleString('en-US')} files, ${(bytes / 1e6).toFixed(1)} MB.`)
for (const path of manifest.missing)
  say(`missing: ${path}: the library itself has not got it whole. See npm run doctor.`)
process.exit(manifest.missing.length === 0 ? 0 : 2)
