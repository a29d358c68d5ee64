/** Where to sign in, and from there on to where the person was going. */
export function loginPath(next: string | null): string {
  const on = onwardPath(next)
  return on === '/' ? '/login' : `/login?${new URLSearchParams({ next: on })}`
}

/** A path of this studio; `/` for anything that a browser might take for another place. */
export function onwardPath(next: string | null | undefined): string {
  const home = 'http://studio.invalid'
  if (!next?.startsWith('/') || !URL.canParse(next, home)) return '/'
  const { origin, pathname, search } = new URL(next, home)
  const path = pathname + search
  return origin !== home || path.startsWith('//') || pathname === '/login' || pathname.startsWith('/api/') ? '/' : path
}
