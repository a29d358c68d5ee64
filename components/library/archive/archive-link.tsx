import { Archive } from 'lucide-react'
import Link from 'next/link'
import { buttonClass } from '@/components/ui/button'

/** The way to Export and import, for the library's header or its menu. */
export function ArchiveLink() {
  return (
    <Link href="/library/archive" title="Export and import" className={buttonClass({ kind: 'ghost' }, 'max-md:w-11')}>
      <Archive aria-hidden size={14} strokeWidth={1.5} className="max-md:size-4.5" />
      <span className="max-md:sr-only">Export and import</span>
    </Link>
  )
}
