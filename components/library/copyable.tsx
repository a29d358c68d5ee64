'use client'

import { Check, Copy } from 'lucide-react'
import { useState } from 'react'
import { shortId } from '@/components/library/file-words'

/** An id shortened to be read, whole when copied. */
export function Copyable({ name, text }: { name: string; text: string }) {
  const [copied, setCopied] = useState(false)
  const copy = () => navigator.clipboard.writeText(text).then(() => setCopied(true))
  const Icon = copied ? Check : Copy
  return (
    <span className="inline-flex items-center gap-1">
      <span title={text} className="font-mono text-small">
        {shortId(text)}
      </span>
      <button
        type="button"
        aria-label={copied ? `Copied ${name}` : `Copy ${name}`}
        onClick={copy}
        onBlur={() => setCopied(false)}
        className="grid size-5 place-items-center rounded-small text-ink-3 hover:bg-surface-3 hover:text-ink pointer-coarse:size-11"
      >
        <Icon aria-hidden size={12} strokeWidth={1.75} />
      </button>
    </span>
  )
}
