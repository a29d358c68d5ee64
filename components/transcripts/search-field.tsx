import { Search } from 'lucide-react'

/** Looks for words in all transcripts and addresses. */
export function SearchField({ value, onChange }: { value: string; onChange: (value: string) => void }) {
  return (
    <div className="relative border-line border-t pt-4">
      <Search
        aria-hidden
        size={16}
        strokeWidth={1.5}
        className="pointer-events-none absolute bottom-2.5 left-3 text-ink-3 max-md:bottom-3.5"
      />
      <input
        type="search"
        aria-label="Search transcripts"
        placeholder="Words, or part of an address"
        maxLength={200}
        value={value}
        onChange={(event) => onChange(event.target.value)}
        className="h-9 w-full rounded-control border border-control-line bg-surface-2 pr-3 pl-9 max-md:h-11 max-md:text-touch"
      />
    </div>
  )
}
