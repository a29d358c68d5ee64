import Link from 'next/link'

/** The parts of Settings, in their order. */
export const TABS = [
  { href: '/settings', name: 'Key' },
  { href: '/settings/password', name: 'Password and sessions' },
  { href: '/settings/hosts', name: 'Hosts' },
  { href: '/settings/caps', name: 'Caps' },
  { href: '/settings/system', name: 'System' },
] as const

export type SettingsPath = (typeof TABS)[number]['href']

/** Links, so that each part has its address and works before any script has loaded. */
export function SettingsTabs({ current }: { current: SettingsPath }) {
  return (
    <nav aria-label="Settings" className="-mx-4 flex overflow-x-auto border-line border-b px-4 md:-mx-6 md:px-6">
      {TABS.map(({ href, name }) => (
        <Link
          key={href}
          href={href}
          aria-current={href === current ? 'page' : undefined}
          className="ring-inside flex h-10 shrink-0 items-center border-transparent border-b-2 px-3 text-body text-ink-2 transition-colors first:-ml-3 hover:text-ink aria-[current]:border-ink aria-[current]:font-medium aria-[current]:text-ink max-md:h-11"
        >
          {name}
        </Link>
      ))}
    </nav>
  )
}
