import type { Metadata } from 'next'
import { mayLook } from '@/app/access'
import { PasswordPart } from '@/components/settings/password-part'
import { SessionsPart } from '@/components/settings/sessions-part'
import { SettingsPage } from '@/components/settings/settings-page'
import { readPasswordView } from '@/lib/access/read-password-view'
import { systemClock } from '@/lib/clock'
import { studioDb } from '@/lib/db/client'

export const metadata: Metadata = { title: 'Password and sessions' }
export const dynamic = 'force-dynamic'

export default async function PasswordPage() {
  const { role, session } = await mayLook()
  const mayChange = role === 'owner'
  const view = await readPasswordView(await studioDb(), session?.id ?? null, systemClock())
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions()
  return (
    <SettingsPage current="/settings/password" mayChange={mayChange}>
      <PasswordPart person="owner" view={view} mayChange={mayChange} />
      <PasswordPart person="viewer" view={view} mayChange={mayChange} />
      {session && <SessionsPart sessions={view.sessions} mayChange={mayChange} timeZone={timeZone} />}
    </SettingsPage>
  )
}
