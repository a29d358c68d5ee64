import Link from 'next/link'
import { Header } from '@/components/shell/header'
import { buttonClass } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'

interface NotHereProps {
  /** The tab it would have been in. */
  tab: 'Library' | 'Transcripts'
  path: '/library' | '/transcripts'
}

/** For the address of something that was deleted, or never was. */
export function NotHere({ tab, path }: NotHereProps) {
  return (
    <>
      <Header title={tab} />
      <main id="main" className="px-4 py-4 md:px-6">
        <Notice
          title="This one is not here"
          className="max-w-md"
          action={
            <Link href={path} className={buttonClass()}>
              Go to the {tab.toLowerCase()}
            </Link>
          }
        >
          It was deleted, or the address is not whole. Nothing else is affected, and every charge stays on record.
        </Notice>
      </main>
    </>
  )
}
