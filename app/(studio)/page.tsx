import type { Metadata } from 'next'
import { cookies } from 'next/headers'
import { type ReactNode, Suspense } from 'react'
import { mayLook } from '@/app/access'
import { readChoices } from '@/components/create/choices-cookie'
import { CreateForm } from '@/components/create/create-form'
import { FormWaiting } from '@/components/create/form-waiting'
import { CHOICES_COOKIE, PROJECT_COOKIE } from '@/components/create/memory'
import { NoCatalogue } from '@/components/create/no-catalogue'
import { ProjectChoiceProvider } from '@/components/create/project-choice'
import { ProjectChooser } from '@/components/create/project-chooser'
import { startForm } from '@/components/create/start'
import { validate } from '@/components/create/validate'
import { Board } from '@/components/queue/board'
import { BoardStrip } from '@/components/queue/board-strip'
import { Header } from '@/components/shell/header'
import { StudioError } from '@/lib/errors'
import { readBoard } from '@/lib/generations/read'
import { readStudioStatus } from '@/lib/generations/status'
import type { BoardView } from '@/lib/generations/view'
import type { Catalogue } from '@/lib/models/offer'
import { readCatalogue } from '@/lib/models/server'

export const metadata: Metadata = { title: 'Create' }

/** Only the very first visit has no copy of the catalogue to draw from; longer than this the page does not wait, ms. */
const CATALOGUE_PATIENCE = 300

export default async function CreatePage() {
  await mayLook()
  const catalogue = catalogueOrSentence()
  const [ready, board, jar] = await Promise.all([Promise.race([catalogue, patience()]), readBoard(), cookies()])
  const form = (found: Catalogue | string): ReactNode =>
    typeof found === 'string' ? <NoCatalogue sentence={found} /> : <Form catalogue={found} board={board} />
  return (
    <div className="flex flex-1 flex-col xl:h-dvh xl:flex-none">
      <ProjectChoiceProvider initial={jar.get(PROJECT_COOKIE)?.value ?? null}>
        <Header title="Create">
          <ProjectChooser initial={board} />
        </Header>
        <main id="main" className="flex min-h-0 flex-1 flex-col xl:flex-row">
          <div className="xl:hidden">
            <BoardStrip initial={board} />
          </div>
          <div className="flex min-h-0 flex-1 flex-col xl:w-134 xl:flex-none xl:border-line xl:border-r">
            {ready === null ? <Suspense fallback={<FormWaiting />}>{catalogue.then(form)}</Suspense> : form(ready)}
          </div>
          <div className="min-w-0 flex-1 overflow-y-auto px-6 py-4 max-xl:hidden">
            <Board initial={board} />
          </div>
        </main>
      </ProjectChoiceProvider>
    </div>
  )
}

async function Form({ catalogue, board }: { catalogue: Catalogue; board: BoardView }) {
  const [status, jar] = await Promise.all([readStudioStatus(), cookies()])
  const initial = startForm(catalogue.models, readChoices(jar.get(CHOICES_COOKIE)?.value))
  if (!initial) return <NoCatalogue sentence="It lists no video models at the moment." />
  const errors = validate(initial.input, initial.offer)
  return <CreateForm catalogue={catalogue} initial={{ ...initial, errors }} status={status} board={board} />
}

const patience = () => new Promise<null>((resolve) => setTimeout(resolve, CATALOGUE_PATIENCE, null))

/** The catalogue, or the sentence that says why there is none, not even an older copy. */
async function catalogueOrSentence(): Promise<Catalogue | string> {
  try {
    return await readCatalogue()
  } catch (error) {
    if (error instanceof StudioError) return error.sentence
    throw error
  }
}
