import { useEffect } from 'react'
import { withLead } from '@/components/told/title'

/** As it stands before the page's own title now. */
let put = ''

/** Keeps `lead` before the title, whichever page sets it. */
export function useTabTitle(lead: string): void {
  useEffect(() => {
    const keep = () => {
      const title = withLead(document.title, put, lead)
      put = lead
      // Only where it differs: this too is a change that is told.
      if (document.title !== title) document.title = title
    }
    keep()
    const watch = new MutationObserver(keep)
    watch.observe(document.head, { childList: true, subtree: true, characterData: true })
    return () => watch.disconnect()
  }, [lead])
}
