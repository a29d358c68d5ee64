// Reads a whole database file through, in a process of its own: node integrity-check.mjs FILE. Prints what SQLite finds.
import Database from 'better-sqlite3'

const [file] = process.argv.slice(2)
const database = new Database(file, { readonly: true, fileMustExist: true, timeout: 30_000 })
const told = database.pragma('integrity_check(5)').map((row) => row.integrity_check)
database.close()
process.stdout.write(JSON.stringify(told))
