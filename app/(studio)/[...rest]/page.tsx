import { notFound } from 'next/navigation'
import { mayLook } from '@/app/access'

/** Any address without a page: refused inside the shell, so that the way back is in sight. */
export default async function UnknownPage(): Promise<never> {
  await mayLook()
  notFound()
}
