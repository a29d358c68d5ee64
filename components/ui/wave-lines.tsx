const WIDTH = 176
const LINES = 17

/** Water drawn in lines, where a picture is not there yet: calm far off, higher and brighter close by. */
export function WaveLines({ className }: { className?: string }) {
  return (
    <svg
      viewBox={`0 0 ${WIDTH} 100`}
      preserveAspectRatio="xMidYMid slice"
      fill="none"
      stroke="currentColor"
      strokeWidth="0.9"
      aria-hidden="true"
      className={`bg-surface-3 text-state-work ${className ?? ''}`}
    >
      {PATHS.map(({ d, opacity }) => (
        <path key={d} d={d} opacity={opacity} />
      ))}
    </svg>
  )
}

const PATHS = Array.from({ length: LINES }, (_, line) => {
  const near = line / (LINES - 1)
  return { d: wave(5 + 92 * near ** 1.05, 0.2 + 1.9 * near, 26 + 12 * near, line * 2.4), opacity: 0.12 + 0.55 * near }
})

/** Half waves joined smoothly: the first as a quadratic, the rest follow from it. */
function wave(y: number, height: number, half: number, shift: number): string {
  const start = -half * 2 + ((shift * 7) % half)
  const halves = Math.ceil((WIDTH - start) / half)
  const rest = Array.from({ length: halves - 1 }, (_, index) => `T${round(start + half * (index + 2))} ${round(y)}`)
  return `M${round(start)} ${round(y)}q${round(half / 2)} ${round(-height * 2)} ${round(half)} 0${rest.join('')}`
}

function round(value: number): number {
  return Math.round(value * 10) / 10
}
