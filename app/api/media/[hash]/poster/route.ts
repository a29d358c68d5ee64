import { serveDerivative } from '@/app/api/media/[hash]/serve-derivative'

/** The poster of a clip. */
export async function GET(request: Request, { params }: { params: Promise<{ hash: string }> }): Promise<Response> {
  return serveDerivative(request, (await params).hash, 'poster')
}

export { GET as HEAD }
