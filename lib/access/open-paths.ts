/**
 * What is answered without signing in, and nothing else. Everything that is not here is checked twice: at the front
 * (proxy.ts) and by each page, action and handler itself (app/access.ts).
 */
export const OPEN_PATHS = [
  { name: 'the sign-in page', path: /^\/login$/ },
  { name: 'whether this browser is signed in', path: /^\/api\/session$/ },
  { name: 'static assets', path: /^\/(?:_next\/static\/.+|icon\.svg|manifest\.webmanifest)$/ },
  { name: 'liveness', path: /^\/api\/health$/ },
  { name: 'signed media URLs', path: /^\/api\/shared\/[\w.-]+$/ },
] as const

export const isOpen = (path: string): boolean => OPEN_PATHS.some((open) => open.path.test(path))
