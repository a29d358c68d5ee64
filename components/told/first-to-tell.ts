import { systemClock } from '@/lib/clock'

const DATABASE = 'squero-told'
const STORE = 'told'
const AT = 'at'
/** By then no tab can take a clip for a new one any more, ms. */
const REMEMBERED = 7 * 24 * 60 * 60 * 1000

/**
 * Whether this is the first tab of this browser to tell of a clip: one of several that ask at once is, and none after a
 * reload. IndexedDB, because its transactions hold across tabs, which local storage does not promise.
 * @throws DOMException where the browser keeps nothing for this page
 */
export async function isFirstToTell(id: string): Promise<boolean> {
  const database = await open()
  try {
    return await add(database, id, systemClock())
  } finally {
    database.close()
  }
}

function open(): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(DATABASE, 1)
    request.onupgradeneeded = () => request.result.createObjectStore(STORE, { keyPath: 'id' }).createIndex(AT, AT)
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error)
  })
}

function add(database: IDBDatabase, id: string, now: number): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const change = database.transaction(STORE, 'readwrite')
    const told = change.objectStore(STORE)
    const before = told.get(id)
    before.onsuccess = () => {
      if (before.result === undefined) told.add({ id, at: now })
    }
    forget(told, now - REMEMBERED)
    change.oncomplete = () => resolve(before.result === undefined)
    change.onabort = () => reject(change.error)
  })
}

function forget(told: IDBObjectStore, before: number): void {
  const old = told.index(AT).openCursor(IDBKeyRange.upperBound(before))
  old.onsuccess = () => {
    old.result?.delete()
    old.result?.continue()
  }
}
