import { Client } from './client'

// The baseline of the benchmarks: a bare Next page with React Query and nothing else.
export const metadata = { title: 'Bare', description: 'A bare page' }

export default function Layout({ children }) {
  return (
    <html lang="en">
      <body>
        <Client>{children}</Client>
      </body>
    </html>
  )
}
