import Link from 'next/link'
import { mayLook } from '@/app/access'
import { buttonClass } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'

export default async function NotFoundPage() {
  await mayLook()
  return (
    <main id="main" className="flex-1 p-4 md:p-6">
      <Notice
        title="There is nothing here"
        action={
          <Link href="/library" className={buttonClass()}>
            Look in the library
          </Link>
        }
        className="max-w-md"
      >
        <p>The address is wrong, or what was here has been deleted.</p>
      </Notice>
    </main>
  )
}
