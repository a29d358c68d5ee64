import { Lightbulb } from 'lucide-react'
import type { RefObject } from 'react'
import { EXAMPLE_PROMPT } from '@/components/create/example'
import { TagRow } from '@/components/create/tag-row'
import { useTags } from '@/components/create/use-tags'
import { errorId, Field } from '@/components/ui/field'
import type { PromptTag } from '@/lib/generations/prompt-tags'

interface PromptFieldProps {
  value: string
  limit: number
  required: boolean
  error?: string
  /** Names of media that it may use. */
  tags: readonly PromptTag[]
  area: RefObject<HTMLTextAreaElement | null>
  onChange: (prompt: string) => void
}

export function PromptField({ value, limit, required, error, tags, area, onChange }: PromptFieldProps) {
  const names = useTags({ prompt: value, tags, area, onChange })
  return (
    <Field
      id="prompt"
      label="Prompt"
      htmlFor="prompt"
      hint={<Counter length={value.length} limit={limit} />}
      error={error}
      className="xl:min-h-44 xl:flex-1"
    >
      <div className="flex flex-1 flex-col rounded-control border border-line-strong bg-surface-2 -outline-offset-1 has-[textarea:focus-visible]:outline-2 has-[textarea:focus-visible]:outline-focus has-[[aria-invalid]]:border-state-loss">
        <textarea
          ref={area}
          id="prompt"
          dir="auto"
          rows={3}
          value={value}
          aria-required={required}
          aria-invalid={error ? true : undefined}
          aria-describedby={error ? errorId('prompt') : undefined}
          placeholder="What happens in the shot, and how the camera sees it"
          onChange={(event) => onChange(event.target.value)}
          onSelect={names.follow}
          onBlur={names.close}
          onKeyDown={names.onKeyDown}
          className={`field-sizing-content max-h-[60dvh] w-full flex-1 resize-none bg-transparent px-3 pt-2.5 text-prompt outline-none max-md:text-touch xl:field-sizing-fixed xl:max-h-none ${value === '' ? 'min-h-22' : 'min-h-22 max-md:min-h-33 max-md:pb-2.5'}`}
        />
        <div
          className={`flex h-9 items-center px-1 ${tags.length > 0 ? 'border-line border-t max-md:h-13' : 'max-md:h-11'} ${value === '' || tags.length > 0 ? '' : 'max-md:hidden'}`}
        >
          {value === '' && (
            <button
              type="button"
              onClick={() => {
                onChange(EXAMPLE_PROMPT)
                area.current?.focus()
              }}
              className="flex h-8 items-center gap-2 rounded-small px-2 text-small text-ink-2 transition-colors hover:bg-surface-3 hover:text-ink max-md:h-11 max-md:text-body"
            >
              <Lightbulb className="size-4" strokeWidth={1.5} aria-hidden="true" />
              Example prompt
            </button>
          )}
          <TagRow tags={tags} next={names.next} onInsert={names.insert} />
        </div>
      </div>
    </Field>
  )
}

function Counter({ length, limit }: { length: number; limit: number }) {
  return (
    <span className={length > limit ? 'font-medium text-state-loss' : 'text-ink-3'}>
      {length.toLocaleString('en-US')} of {limit.toLocaleString('en-US')}
    </span>
  )
}
