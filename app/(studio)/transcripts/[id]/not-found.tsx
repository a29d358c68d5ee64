import Link from 'next/link'
import { Header } from '@/components/shell/header'
import { buttonClass } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'

export default function TranscriptNotFound() {
  return (
    <>
      <Header title="Transcripts" />
      <main id="main" className="px-4 py-4 md:px-6">
        <Notice
          title="This one is not here"
          className="max-w-md"
          action={
            <Link href="/transcripts" className={buttonClass()}>
              Go to the transcripts
            </Link>
          }
        >
          It was deleted, or the address is not whole. Nothing else is affected, and every charge stays on record.
        </Notice>
      </main>
    </>
  )
}
