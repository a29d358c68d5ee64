import { mayBePublic } from '@/lib/venice/public-host'

/**
 * What is wrong with an address that Venice is to open, and what to do; null when nothing is. Its words alone decide:
 * it goes out as text, and this studio neither opens it nor looks it up.
 */
export function addressIssue(text: string): string | null {
  const url = URL.canParse(text) ? new URL(text) : null
  if (url === null || !/^https?:$/.test(url.protocol) || url.hostname === '') return 'Give a full address: https://…'
  if (url.username !== '' || url.password !== '') return 'Take the user name and the password out of the address.'
  return mayBePublic(url.hostname)
    ? null
    : 'This address is on your own machine or network: Venice can’t open it. Choose the file instead.'
}
