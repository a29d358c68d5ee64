import type { Metadata } from 'next'
import { mayLook } from '@/app/access'
import { ClipsPart } from '@/components/library/archive/clips-part'
import { ExportPart } from '@/components/library/archive/export-part'
import { ImportPart } from '@/components/library/archive/import-part'
import { BackToLibrary } from '@/components/library/back-to-library'
import { Crumb } from '@/components/shell/crumb'
import { Header } from '@/components/shell/header'

export const metadata: Metadata = { title: 'Export and import' }
export const dynamic = 'force-dynamic'

export default async function ArchivePage() {
  await mayLook()
  return (
    <>
      <Header title={<BackToLibrary />}>
        <Crumb>Export and import</Crumb>
      </Header>
      <main id="main" className="min-w-0 px-4 pb-10 md:px-6">
        <ExportPart />
        <ImportPart />
        <ClipsPart />
      </main>
    </>
  )
}
