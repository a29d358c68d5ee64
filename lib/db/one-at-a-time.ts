import 'server-only'
import { PrismaBetterSqlite3 } from '@prisma/adapter-better-sqlite3'

type Connection = Awaited<ReturnType<PrismaBetterSqlite3['connect']>>
type Transaction = Awaited<ReturnType<Connection['startTransaction']>>

/**
 * The adapter has one connection. By itself it only keeps transactions apart: a plain query would run inside whichever
 * transaction is open, be rolled back with it, and see what is not committed. Here it waits for its turn.
 */
export class OneAtATime extends PrismaBetterSqlite3 {
  override async connect(): Promise<Connection> {
    return inTurn(await super.connect())
  }
}

function inTurn(connection: Connection): Connection {
  const take = createTurns()
  const alone = async <T>(work: () => Promise<T>): Promise<T> => {
    const done = await take()
    return work().finally(done)
  }
  return {
    provider: connection.provider,
    adapterName: connection.adapterName,
    queryRaw: (query) => alone(() => connection.queryRaw(query)),
    executeRaw: (query) => alone(() => connection.executeRaw(query)),
    executeScript: (script) => alone(() => connection.executeScript(script)),
    async startTransaction(level) {
      const done = await take()
      return connection.startTransaction(level).then(
        (transaction) => untilItEnds(transaction, done),
        (error: unknown) => {
          done()
          throw error
        },
      )
    },
    dispose: () => connection.dispose(),
  }
}

function untilItEnds(transaction: Transaction, done: () => void): Transaction {
  return {
    provider: transaction.provider,
    adapterName: transaction.adapterName,
    options: transaction.options,
    queryRaw: (query) => transaction.queryRaw(query),
    executeRaw: (query) => transaction.executeRaw(query),
    commit: () => transaction.commit().finally(done),
    rollback: () => transaction.rollback().finally(done),
  }
}

/** Hands out turns in the order they were asked for; each is over when the function it gave is called. */
function createTurns(): () => Promise<() => void> {
  let last = Promise.resolve()
  return async () => {
    const before = last
    let done = () => {}
    last = new Promise((resolve) => {
      done = resolve
    })
    await before
    return done
  }
}
