import { countWords } from '@/components/generation/words'

/** Says how many clips were found, to those who hear the screen; others see them. */
export function FoundLine({ found, filtered }: { found: number | null; filtered: boolean }) {
  return (
    <p role="status" className="sr-only">
      {found !== null && `${countWords(found, 'clip')}${filtered ? ' found' : ''}`}
    </p>
  )
}
