import { Clapperboard, Images, type LucideIcon, ReceiptText, ScrollText, Settings } from 'lucide-react'

/** A screen of the studio. */
export interface Place {
  href: '/' | '/library' | '/transcripts' | '/spending' | '/settings'
  name: string
  Icon: LucideIcon
}

/** In the order of the rail. */
export const PLACES: readonly Place[] = [
  { href: '/', name: 'Create', Icon: Clapperboard },
  { href: '/library', name: 'Library', Icon: Images },
  { href: '/transcripts', name: 'Transcripts', Icon: ScrollText },
  { href: '/spending', name: 'Spending', Icon: ReceiptText },
  { href: '/settings', name: 'Settings', Icon: Settings },
]
