'use client'

import dynamic from 'next/dynamic'

// Only where there is a window: the posters are in it.
const List = dynamic(() => import('./list').then(({ List }) => List), { ssr: false })

export default function Page() {
  return <List />
}
