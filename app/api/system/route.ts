import { forViewers } from '@/app/access'
import { readSystem } from '@/lib/system/read'

export const dynamic = 'force-dynamic'

/** All that the System screen shows. */
export const GET = forViewers(async () => Response.json(await readSystem()))
