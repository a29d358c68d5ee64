import type { Metadata } from 'next'
import { mayLook } from '@/app/access'
import { SettingsPage } from '@/components/settings/settings-page'
import { SystemPanel } from '@/components/settings/system-panel'
import { readSystem } from '@/lib/system/read'

export const metadata: Metadata = { title: 'System' }
export const dynamic = 'force-dynamic'

export default async function SystemPage() {
  const { role } = await mayLook()
  return (
    <SettingsPage current="/settings/system" mayChange={role === 'owner'} wide>
      <SystemPanel initial={await readSystem()} />
    </SettingsPage>
  )
}
