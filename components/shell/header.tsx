import type { ReactNode } from 'react'
import { PaletteField } from '@/components/palette/palette-field'
import { AccountShown } from '@/components/shell/account-shown'
import { readBoard } from '@/lib/generations/read'
import { readStudioStatus } from '@/lib/generations/status'
import { Banner } from './banner'
import { MoneyFacts } from './money-facts'

interface HeaderProps {
  title: ReactNode
  children?: ReactNode
  /** In place of today's money, where the page itself shows that. */
  aside?: ReactNode
}

/** The page's title, today's money beside it, and below it which API the studio talks to. */
export async function Header({ title, children, aside }: HeaderProps) {
  const [status, money] = await Promise.all([readStudioStatus(), aside ?? todaysMoney()])
  return (
    <>
      <header className="relative z-20 flex h-14 shrink-0 items-center gap-3 border-line border-b bg-bg px-4 md:sticky md:top-0 md:h-(--header) md:px-6">
        {typeof title === 'string' ? <h1 className="font-semibold text-title">{title}</h1> : title}
        <div className="flex min-w-0 flex-1 items-center gap-3 text-small text-ink-3">{children}</div>
        <PaletteField />
        {money}
      </header>
      <Banner status={status} />
      <AccountShown id={status.accountId} />
    </>
  )
}

const todaysMoney = async () => <MoneyFacts initial={await readBoard()} />
