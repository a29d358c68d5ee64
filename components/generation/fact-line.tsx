/**
 * Facts joined by a dot, of which none hangs at the end of a line or begins the next one: each brings its dot along,
 * and at the beginning of a line it falls outside the box. What has no room on the lines that are shown is left out whole.
 */
export function FactLine({ facts, className }: { facts: string[]; className: string }) {
  return (
    <p className={`overflow-hidden ${className}`}>
      <span className="-ml-3 flex flex-wrap">
        {facts.map((fact) => (
          <span
            key={fact}
            className="relative max-w-full truncate pl-3 before:absolute before:left-0 before:w-3 before:text-center before:content-['·']"
          >
            {fact}{' '}
          </span>
        ))}
      </span>
    </p>
  )
}
