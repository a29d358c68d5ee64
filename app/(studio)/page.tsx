import type { Metadata } from 'next'
import { cookies } from 'next/headers'
import { CreateForm } from '@/components/create/create-form'
import { CHOICES_COOKIE, readChoices } from '@/components/create/memory'
import { NoCatalogue } from '@/components/create/no-catalogue'
import { startForm } from '@/components/create/start'
import { Board } from '@/components/queue/board'
import { BoardStrip } from '@/components/queue/board-strip'
import { Header } from '@/components/shell/header'
import { StudioError } from '@/lib/errors'
import { readBoard } from '@/lib/generations/read'
import { readStudioStatus } from '@/lib/generations/status'
import type { Catalogue } from '@/lib/models/offer'
import { readCatalogue } from '@/lib/models/server'

export const metadata: Metadata = { title: 'Create' }

export default async function CreatePage() {
  const [catalogue, board] = await Promise.all([catalogueOrSentence(), readBoard()])
  return (
    <div className="flex flex-1 flex-col lg:h-dvh lg:flex-none">
      <Header title="Create" />
      <main id="main" className="flex min-h-0 flex-1 flex-col lg:flex-row">
        <div className="lg:hidden">
          <BoardStrip initial={board} />
        </div>
        <div className="flex min-h-0 flex-1 flex-col lg:w-134 lg:flex-none lg:border-line lg:border-r">
          {typeof catalogue === 'string' ? <NoCatalogue sentence={catalogue} /> : <Form catalogue={catalogue} />}
        </div>
        <div className="min-w-0 flex-1 overflow-y-auto px-6 py-4 max-lg:hidden">
          <Board initial={board} />
        </div>
      </main>
    </div>
  )
}

async function Form({ catalogue }: { catalogue: Catalogue }) {
  const [status, jar] = await Promise.all([readStudioStatus(), cookies()])
  const initial = startForm(catalogue.models, readChoices(jar.get(CHOICES_COOKIE)?.value))
  if (!initial) return <NoCatalogue sentence="It lists no video models at the moment." />
  return <CreateForm catalogue={catalogue} initial={initial} status={status} />
}

/** The catalogue, or the sentence that says why there is none, not even an older copy. */
async function catalogueOrSentence(): Promise<Catalogue | string> {
  try {
    return await readCatalogue()
  } catch (error) {
    if (error instanceof StudioError) return error.sentence
    throw error
  }
}
