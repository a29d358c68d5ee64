import { forViewers } from '@/app/access'
import { serveDerivative } from '@/app/api/media/[hash]/serve-derivative'

/** The poster of a clip. */
export const GET = forViewers(async (request: Request, { params }: { params: Promise<{ hash: string }> }) => {
  return serveDerivative(request, (await params).hash, 'poster')
})

export { GET as HEAD }
