import { randomBytes, type ScryptOptions, scrypt, timingSafeEqual } from 'node:crypto'
import { once } from '@/lib/once'

/** OWASP's Password Storage Cheat Sheet: N = 2^15, r = 8, p = 3, which takes 32 MB and about a tenth of a second. */
const COST = { log2: 15, r: 8, p: 3 } as const
const BYTES = 32
const SALT_BYTES = 16
const ENCODED = /^scrypt:(\d{1,2}):(\d{1,2}):(\d{1,2}):([\w-]{16,128}):([\w-]{43})$/

/** Characters; NIST SP 800-63B asks for 8 at least, and this one may be tried from a network. */
export const SHORTEST_PASSWORD = 12
/** Characters; longer ones are refused before they are hashed. */
export const LONGEST_PASSWORD = 256

interface Scrypt {
  log2: number
  r: number
  p: number
  salt: Buffer
}

/**
 * `scrypt:15:8:3:salt:hash`, base64url: no sign in it means anything to a shell, an `.env` or a Compose file.
 * @param salt bytes; random unless given
 */
export async function hashPassword(password: string, salt: Buffer = randomBytes(SALT_BYTES)): Promise<string> {
  const hash = await derive(password, { ...COST, salt })
  return ['scrypt', COST.log2, COST.r, COST.p, salt.toString('base64url'), hash.toString('base64url')].join(':')
}

/** Whether it is the password of an encoded hash, in the same time for each wrong one. */
export async function isPassword(password: string, encoded: string): Promise<boolean> {
  const [, log2, r, p, salt = '', hash = ''] = ENCODED.exec(encoded) ?? []
  if (log2 === undefined) return false
  const numbers = { log2: Number(log2), r: Number(r), p: Number(p) }
  const derived = await derive(password, { ...numbers, salt: Buffer.from(salt, 'base64url') })
  return timingSafeEqual(derived, Buffer.from(hash, 'base64url'))
}

/** Whether `hashPassword` could have written it, at a cost this machine can be asked to bear: 128 MB at most. */
export function isEncoded(text: string): boolean {
  const [, log2, r, p] = ENCODED.exec(text)?.map(Number) ?? []
  if (log2 === undefined || r === undefined || p === undefined) return false
  return log2 >= 14 && r >= 1 && p >= 1 && p <= 16 && 128 * 2 ** log2 * r <= 128 * 2 ** 20
}

/** One at a time: a crowd of tries does not take 32 MB each. */
function derive(password: string, { log2, r, p, salt }: Scrypt): Promise<Buffer> {
  const line = once('scrypt-line', (): { last: Promise<unknown> } => ({ last: Promise.resolve() }))
  const options: ScryptOptions = { N: 2 ** log2, r, p, maxmem: 256 * 2 ** 20 }
  const work = () =>
    new Promise<Buffer>((resolve, reject) => {
      // The same word typed on another keyboard may come in other code points.
      scrypt(password.normalize('NFC'), salt, BYTES, options, (error, key) => (error ? reject(error) : resolve(key)))
    })
  const turn = line.last.then(work, work)
  line.last = turn
  return turn
}
