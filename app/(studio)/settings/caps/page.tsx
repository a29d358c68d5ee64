import type { Metadata } from 'next'
import { mayLook } from '@/app/access'
import { CapsPart } from '@/components/settings/caps-part'
import { SettingsPage } from '@/components/settings/settings-page'
import { readSpending } from '@/lib/generations/spending'

export const metadata: Metadata = { title: 'Caps' }
export const dynamic = 'force-dynamic'

export default async function CapsPage() {
  const { role } = await mayLook()
  const mayChange = role === 'owner'
  return (
    <SettingsPage current="/settings/caps" mayChange={mayChange}>
      <CapsPart view={await readSpending('month')} mayChange={mayChange} />
    </SettingsPage>
  )
}
