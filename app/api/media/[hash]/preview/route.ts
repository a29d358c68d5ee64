import { serveDerivative } from '@/app/api/media/[hash]/serve-derivative'

/** The preview of a clip. */
export async function GET(request: Request, { params }: { params: Promise<{ hash: string }> }): Promise<Response> {
  return serveDerivative(request, (await params).hash, 'preview')
}

export { GET as HEAD }
