import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { visitor } from '@/app/access'
import { SignInForm } from '@/components/access/sign-in-form'
import { Mark } from '@/components/shell/mark'
import { onwardPath } from '@/lib/access/login-path'

export const metadata: Metadata = { title: 'Sign in' }
export const dynamic = 'force-dynamic'

interface Props {
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export default async function LoginPage({ searchParams }: Props) {
  const { next } = await searchParams
  const onward = onwardPath(typeof next === 'string' ? next : null)
  if (await visitor()) redirect(onward)
  return (
    <main id="main" className="flex min-h-dvh flex-col px-4 pt-[18vh] md:px-6">
      <div className="mx-auto w-full max-w-80">
        <Mark className="h-9 w-12" />
        <h1 className="mt-5 font-semibold text-title">Sign in to this studio</h1>
        <p className="mt-1 text-body text-ink-2">It holds a key that spends money, so it asks for its password.</p>
        <SignInForm next={onward} />
      </div>
    </main>
  )
}
