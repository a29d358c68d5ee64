import Link from 'next/link'
import { buttonClass } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'

export function EmptyLibrary() {
  return (
    <Notice
      title="Nothing here yet"
      className="mt-4 max-w-md"
      action={
        <Link href="/" className={buttonClass()}>
          Make the first one
        </Link>
      }
    >
      Clips land here as they finish, with what they cost.
    </Notice>
  )
}
