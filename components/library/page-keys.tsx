'use client'

import { useState } from 'react'
import { KeysSheet, type KeyTable } from '@/components/library/keys-sheet'
import { usePageKeys } from '@/components/library/use-page-keys'

/** Shows the keys of a page when ? is pressed. */
export function PageKeys({ table }: { table: KeyTable }) {
  const [shown, show] = useState(false)
  usePageKeys({ '?': () => show(true) })
  return shown ? <KeysSheet table={table} onClose={() => show(false)} /> : null
}
