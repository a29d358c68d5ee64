import Database from 'better-sqlite3'
import { aroundSync } from './boundary.mjs'

const WRITE = /^\s*(?:INSERT|UPDATE|DELETE|REPLACE)\b[^"`]*["`](?:main["`]\.["`])?(\w+)["`]/i
/** Not of a job's life: hints, posters, and what a start writes. */
const ASIDE = ['KnownPrice', 'CatalogueCopy', 'Derivative', 'Account', '_prisma_migrations']

/** What the open transaction of a connection has written, by table. @type {WeakMap<object, Set<string>>} */
const written = new WeakMap()

export function watchDatabase() {
  const { prepare, exec } = Database.prototype
  Database.prototype.prepare = function (sql) {
    const statement = prepare.call(this, sql)
    for (const method of ['run', 'all', 'get']) {
      const original = statement[method]
      statement[method] = (...given) => watch(this, sql, () => original.apply(statement, given))
    }
    return statement
  }
  Database.prototype.exec = function (sql) {
    return watch(this, sql, () => exec.call(this, sql))
  }
}

function watch(database, sql, work) {
  if (!/squero\.db$/.test(database.name)) return work()
  const verb = /^\s*(\w+)/.exec(sql)?.[1]?.toUpperCase()
  if (verb === 'COMMIT') return commit(database, work)
  if (verb === 'ROLLBACK' || verb === 'BEGIN') written.delete(database)
  const table = WRITE.exec(sql)?.[1]
  if (table === undefined || ASIDE.includes(table)) return work()
  if (!database.inTransaction) return aroundSync(`commit of ${table}`, work)
  written.set(database, (written.get(database) ?? new Set()).add(table))
  return work()
}

function commit(database, work) {
  const tables = written.get(database)
  written.delete(database)
  return tables ? aroundSync(`commit of ${[...tables].join(', ')}`, work) : work()
}
