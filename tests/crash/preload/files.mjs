import { constants } from 'node:fs'
import promises from 'node:fs/promises'
import { syncBuiltinESMExports } from 'node:module'
import { resolve, sep } from 'node:path'
import { around } from './boundary.mjs'

// What is written under the media folder of the studio; Next's own files and the sandbox's are none of a job's life.
const media = resolve(process.env.SQUERO_DATA_DIR ?? './data', 'media') + sep

const NAMED = ['rename', 'rm', 'unlink', 'link', 'truncate', 'copyFile', 'writeFile', 'appendFile']
const ON_HANDLE = { write: 'write', writev: 'write', writeFile: 'write', appendFile: 'write', truncate: 'truncate' }
const SYNCS = { sync: 'fsync', datasync: 'fsync' }
const WRITING = constants.O_WRONLY | constants.O_RDWR | constants.O_CREAT

/** @type {WeakMap<object, string>} */
const paths = new WeakMap()

/** Which file, told the same in every run: ids and hashes differ from run to run. */
const nameOf = (path) =>
  `media/${path
    .slice(media.length)
    .replace(/[0-9a-f]{64}/g, 'HASH')
    .replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, 'ID')
    .replace(/\.[0-9a-f]{12}\.part/g, '.*.part')}`

const isOurs = (path) => `${resolve(String(path))}${sep}`.startsWith(media)
const writes = (flags = 'r') => (typeof flags === 'number' ? (flags & WRITING) !== 0 : flags !== 'r')

export async function watchFiles() {
  await watchHandles()
  const { open } = promises
  promises.open = async (path, flags, mode) => {
    if (!isOurs(path)) return open(path, flags, mode)
    const opening = () => open(path, flags, mode)
    const handle = await (writes(flags) ? around(`open ${nameOf(resolve(path))}`, opening) : opening())
    paths.set(handle, nameOf(resolve(path)))
    return handle
  }
  for (const verb of NAMED) {
    const original = promises[verb]
    promises[verb] = (path, ...rest) =>
      isOurs(path) ? around(`${verb} ${nameOf(resolve(path))}`, () => original(path, ...rest)) : original(path, ...rest)
  }
  syncBuiltinESMExports()
}

/** Handles share a prototype nobody exports: one open file shows it. */
async function watchHandles() {
  const handle = await promises.open(new URL(import.meta.url))
  const prototype = Object.getPrototypeOf(handle)
  await handle.close()
  for (const [method, verb] of Object.entries({ ...ON_HANDLE, ...SYNCS })) {
    const original = prototype[method]
    prototype[method] = function (...given) {
      const path = paths.get(this)
      const work = () => original.apply(this, given)
      return path === undefined ? work() : around(`${verb} ${path}`, work)
    }
  }
}
