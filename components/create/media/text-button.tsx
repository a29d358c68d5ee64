interface TextButtonProps extends React.PropsWithChildren {
  name: string
  onPress: () => void
}

/** Underlined words that do something, with room for a finger. */
export function TextButton({ name, onPress, children }: TextButtonProps) {
  return (
    <button
      type="button"
      aria-label={name}
      onClick={onPress}
      className="relative shrink-0 text-ink underline decoration-ink-3 underline-offset-3 after:absolute after:-inset-3 hover:decoration-ink"
    >
      {children}
    </button>
  )
}
