import { studioAccount } from '@/lib/account'
import { studioVenice } from '@/lib/account-venice'
import { studioDb } from '@/lib/db/client'
import { reconcile } from '@/lib/generations/reconcile'

// A process of its own that compares charges with the usage history once, as it would so many minutes from now.
// node --conditions=react-server --import tsx tests/support/compare-once.ts MINUTES

const minutes = Number(process.argv[2])
const [account, db, venice] = await Promise.all([studioAccount(), studioDb(), studioVenice()])
const now = () => Date.now() + minutes * 60_000
process.stdout.write('ready\n')
await reconcile({ accountId: account.id, db, venice, now, signal: new AbortController().signal })
await db.$disconnect()
