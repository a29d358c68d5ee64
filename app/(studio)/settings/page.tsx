import type { Metadata } from 'next'
import { mayLook } from '@/app/access'
import { KeyPart } from '@/components/settings/key-part'
import { SettingsPage } from '@/components/settings/settings-page'
import { readKeyView } from '@/lib/access/key'

export const metadata: Metadata = { title: 'Settings' }
export const dynamic = 'force-dynamic'

export default async function KeyPage() {
  const { role } = await mayLook()
  const mayChange = role === 'owner'
  return (
    <SettingsPage current="/settings" mayChange={mayChange}>
      <KeyPart view={readKeyView()} mayChange={mayChange} />
    </SettingsPage>
  )
}
