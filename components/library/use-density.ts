'use client'

import { useCallback, useState } from 'react'
import { DENSITY_COOKIE, type Density } from '@/components/library/grid/density'

const YEAR_S = 365 * 24 * 60 * 60

/** How big the pictures are, remembered for the next visit: in a cookie, so that the first HTML has it. */
export function useDensity(initial: Density): [Density, (density: Density) => void] {
  const [density, setDensity] = useState(initial)
  const choose = useCallback((next: Density) => {
    // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is missing on plain http and in Firefox
    document.cookie = `${DENSITY_COOKIE}=${next}; path=/; max-age=${YEAR_S}; samesite=lax`
    setDensity(next)
  }, [])
  return [density, choose]
}
