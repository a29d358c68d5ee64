import 'server-only'
import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'
import { link, open, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { partName, syncFolder } from '@/lib/media/durable'
import { isHash } from '@/lib/media/folder'

const SECRET_BYTES = 32

/** What a link gives away, and until when, ms since 1970. */
export interface Shared {
  hash: string
  mime: string
  until: number
}

/** A token that names a file and an end, and that only who has the secret can make (HMAC-SHA256). Fit for a path. */
export function signShared(secret: Uint8Array, { hash, mime, until }: Shared): string {
  const claim = Buffer.from(`${hash} ${until} ${mime}`).toString('base64url')
  return `${claim}.${signatureOf(secret, claim).toString('base64url')}`
}

/** What a token gives away now; null for one that is not ours, was changed, or has ended. */
export function readShared(secret: Uint8Array, token: string, now: number): Shared | null {
  const [claim, signature, ...more] = token.split('.')
  if (!claim || !signature || more.length > 0) return null
  const [right, given] = [signatureOf(secret, claim), Buffer.from(signature, 'base64url')]
  if (given.length !== right.length || !timingSafeEqual(given, right)) return null
  const [hash = '', end, mime = ''] = Buffer.from(claim, 'base64url').toString().split(' ')
  const until = Number(end)
  return isHash(hash) && until > now ? { hash, mime, until } : null
}

const signatureOf = (secret: Uint8Array, claim: string) => createHmac('sha256', secret).update(claim).digest()

/**
 * The secret of a data folder, made on first use, readable by its owner only. Two processes that make it at once agree.
 * @throws the file system's error when it can neither be read nor written
 */
export async function shareSecret(dataDir: string): Promise<Uint8Array> {
  const path = join(dataDir, 'share.secret')
  const found = await readFile(path).catch(() => null)
  if (found?.length === SECRET_BYTES) return found
  const part = partName(path)
  try {
    const handle = await open(part, 'wx', 0o600)
    try {
      await handle.writeFile(randomBytes(SECRET_BYTES))
      await handle.sync()
    } finally {
      await handle.close()
    }
    // A second name fails when there is one already: then that one holds.
    await link(part, path).catch(() => undefined)
    await syncFolder(dataDir)
  } finally {
    await rm(part, { force: true })
  }
  return readFile(path)
}
