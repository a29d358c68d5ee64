import { notFound } from 'next/navigation'

/** Any address without a page: refused inside the shell, so that the way back is in sight. */
export default function UnknownPage(): never {
  notFound()
}
