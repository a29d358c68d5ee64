import type { Metadata } from 'next'
import { mayLook } from '@/app/access'
import { HostsPart } from '@/components/settings/hosts-part'
import { SettingsPage } from '@/components/settings/settings-page'
import { readHostsView } from '@/lib/access/hosts'

export const metadata: Metadata = { title: 'Hosts' }
export const dynamic = 'force-dynamic'

export default async function HostsPage() {
  const { role } = await mayLook()
  const mayChange = role === 'owner'
  return (
    <SettingsPage current="/settings/hosts" mayChange={mayChange}>
      <HostsPart view={readHostsView()} mayChange={mayChange} />
    </SettingsPage>
  )
}
