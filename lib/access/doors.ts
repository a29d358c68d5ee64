// Not `server-only`: `npm start` asks this too, outside of Next.
import { passwordIsSet, passwordSource } from '@/lib/access/credentials'
import { readKept } from '@/lib/access/kept'
import { type Doors, doorsOf } from '@/lib/doors'
import { environment, isLoopback } from '@/lib/env'

/** Where the studio answers now: by its settings, and by what was typed in. */
export function currentDoors(): Doors {
  const settings = environment()
  return doorsOf(settings, readKept(settings.dataDir).hosts)
}

/** Whether other machines get to the studio: it listens to them, or a proxy that they reach leads here. */
export function isReachedFromElsewhere(): boolean {
  const { host, hosts, dataDir } = environment()
  const further = [...hosts, ...readKept(dataDir).hosts]
  return !isLoopback(host) || further.some((address) => !isLoopback(new URL(address).hostname))
}

/** Why the studio must not start, with what to do about it; null: its door is shut or has a lock. */
export function openDoorRefusal(): string | null {
  if (passwordIsSet()) return null
  if (isReachedFromElsewhere()) return NO_PASSWORD
  return passwordSource('viewer') === null ? null : VIEWER_ALONE
}

const NO_PASSWORD = `Other machines would reach the studio, and it has no password: whoever finds it could spend your money.
Do one of these, then start again:
  - set SQUERO_PASSWORD in .env to 12 characters or more (or SQUERO_PASSWORD_HASH to what \`npm run password\` prints);
  - start with HOST=127.0.0.1 and without SQUERO_HOSTS, and set a password in Settings;
  - keep HOST=127.0.0.1, and reach the studio through an SSH tunnel.`

const VIEWER_ALONE =
  'SQUERO_VIEWER_PASSWORD is set but the owner has no password: set SQUERO_PASSWORD too, or everybody could spend.'
