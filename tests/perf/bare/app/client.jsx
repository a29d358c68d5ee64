'use client'

import { QueryClient, QueryClientProvider, useQuery } from '@tanstack/react-query'
import { useState } from 'react'

export function Client({ children }) {
  const [client] = useState(() => new QueryClient())
  return <QueryClientProvider client={client}>{children}</QueryClientProvider>
}

export function Hello() {
  const { data } = useQuery({ queryKey: ['hello'], queryFn: () => 'Hello', initialData: 'Hello' })
  return <p>{data}</p>
}
