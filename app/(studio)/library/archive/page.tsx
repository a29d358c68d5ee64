import type { Metadata } from 'next'
import { ClipsPart } from '@/components/library/archive/clips-part'
import { ExportPart } from '@/components/library/archive/export-part'
import { ImportPart } from '@/components/library/archive/import-part'
import { BackToLibrary } from '@/components/library/back-to-library'
import { Header } from '@/components/shell/header'

export const metadata: Metadata = { title: 'Export and import' }
export const dynamic = 'force-dynamic'

export default function ArchivePage() {
  return (
    <>
      <Header title="Export and import">
        <BackToLibrary />
      </Header>
      <main id="main" className="min-w-0 px-4 pb-10 md:px-6">
        <ExportPart />
        <ImportPart />
        <ClipsPart />
      </main>
    </>
  )
}
