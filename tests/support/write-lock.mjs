// Holds the write lock of an SQLite file: node write-lock.mjs FILE MS. Says "locked" when it has it.
import Database from 'better-sqlite3'

const [file, ms] = process.argv.slice(2)
const database = new Database(file, { timeout: 30_000 })
database.exec('BEGIN IMMEDIATE')
process.stdout.write('locked\n')
setTimeout(() => {
  database.exec('COMMIT')
  database.close()
}, Number(ms))
