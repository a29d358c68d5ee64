import Link from 'next/link'
import { accountWords } from '@/components/library/account-words'
import type { LibraryPage } from '@/lib/library/view'

interface AccountLineProps {
  accounts: LibraryPage['accounts']
  /** The one looked at; null is the one in use. */
  account: string | null
}

/** Says that there are clips of other accounts, and leads to them and back. Nothing where there is one account. */
export function AccountLine({ accounts, account }: AccountLineProps) {
  const shown = accounts.find((each) => (account === null ? each.current : each.id === account))
  const others = accounts.filter((each) => each !== shown && each.clips > 0)
  const elsewhere = shown !== undefined && !shown.current
  if (others.length === 0 && !elsewhere) return null
  return (
    <p className="mt-3 flex flex-wrap gap-x-4 gap-y-1 text-ink-3 text-small">
      {elsewhere && <span>These were {accountWords(shown)}.</span>}
      {elsewhere && <AccountLink href="/library">Clips of the account in use</AccountLink>}
      {others
        .filter((each) => !(elsewhere && each.current))
        .map((each) => (
          <AccountLink key={each.id} href={`/library?account=${encodeURIComponent(each.id)}`}>
            {each.clips.toLocaleString('en-US')} {each.clips === 1 ? 'clip' : 'clips'} {accountWords(each)}
          </AccountLink>
        ))}
    </p>
  )
}

function AccountLink({ href, children }: { href: string; children: React.ReactNode }) {
  return (
    <Link href={href} className="text-ink-2 underline decoration-line-strong underline-offset-4 hover:text-ink">
      {children}
    </Link>
  )
}
