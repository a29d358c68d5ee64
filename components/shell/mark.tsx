/** The studio's mark: a hull on the slip, its comb at the bow. */
export function Mark({ className }: { className?: string }) {
  return (
    <svg
      viewBox="0 0 32 24"
      fill="none"
      stroke="currentColor"
      strokeLinecap="round"
      aria-hidden="true"
      className={className}
    >
      <path d="M3.2 9.2c2.5 5.4 6.4 8.3 11 8.3 5.2 0 8.8-3.7 10.8-11l1.5-3.1" strokeWidth="2.1" />
      <path d="M22.6 5.1l2.9.8M21.7 7.8l2.9.8M20.7 10.4l2.7.8" strokeWidth="1.3" />
      <path d="M5 22h8M15.6 22h9.6" strokeWidth="1.5" className="text-ink-3" stroke="currentColor" />
    </svg>
  )
}
