import { Archive } from 'lucide-react'
import Link from 'next/link'
import { buttonClass } from '@/components/ui/button'

/** The way to Export and import, for the library's header or its menu. */
export function ArchiveLink() {
  return (
    <Link href="/library/archive" className={buttonClass({ kind: 'ghost' })}>
      <Archive aria-hidden size={14} strokeWidth={1.5} />
      Export and import
    </Link>
  )
}
