import Link from 'next/link'
import { buttonClass } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'

/** Before the first generation: what will stand here, and the way to it. */
export function NothingSpent() {
  return (
    <Notice
      title="Nothing was ever spent here"
      className="mt-4 max-w-md"
      action={
        <Link href="/" className={buttonClass()}>
          Make the first clip
        </Link>
      }
    >
      Every reserve, charge and refund will stand here with its evidence. A cap for the day can be set before the first.
    </Notice>
  )
}
