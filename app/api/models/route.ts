import { forViewers } from '@/app/access'
import { readCatalogue } from '@/lib/models/server'
import { VeniceError } from '@/lib/venice/errors'

export const dynamic = 'force-dynamic'

export const GET = forViewers(async () => {
  try {
    return Response.json(await readCatalogue())
  } catch (error) {
    if (error instanceof VeniceError) return Response.json({ sentence: error.sentence }, { status: 503 })
    throw error
  }
})
