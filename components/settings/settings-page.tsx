import type { ReactNode } from 'react'
import { type SettingsPath, SettingsTabs } from '@/components/settings/tabs'
import { Header } from '@/components/shell/header'

/** One part of Settings under its tabs. */
export function SettingsPage({
  current,
  mayChange,
  wide = false,
  children,
}: {
  current: SettingsPath
  mayChange: boolean
  /** It shows tables, not fields. */
  wide?: boolean
  children: ReactNode
}) {
  return (
    <>
      <Header title="Settings" />
      <main id="main" className="min-w-0 px-4 pb-10 md:px-6">
        <SettingsTabs current={current} />
        <div className={`flex flex-col gap-8 pt-5 ${wide ? '' : 'max-w-160'}`}>
          {!mayChange && (
            <p className="text-body text-ink-2">You are signed in to look. Only the owner can change what is here.</p>
          )}
          {children}
        </div>
      </main>
    </>
  )
}
