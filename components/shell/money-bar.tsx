interface MoneyBarProps {
  /** µUSD */
  charged: number
  held: number
  uncertain: number
  /** The whole of the bar, µUSD; where more is committed, the bar is full. */
  of: number
  className?: string
}

/** The waterline of money: solid is charged, hatched is held, ember hatch uncertain. Its words stand beside it. */
export function MoneyBar({ charged, held, uncertain, of, className }: MoneyBarProps) {
  const whole = Math.max(of, charged + held + uncertain)
  const width = (amount: number) => ({ width: `${whole === 0 ? 0 : (100 * amount) / whole}%` })
  return (
    <div aria-hidden className={`flex overflow-hidden bg-bar-track ${className ?? ''}`}>
      <span className="bg-bar-charged" style={width(charged)} />
      <span className="hatch-held" style={width(held)} />
      <span className="hatch-risk" style={width(uncertain)} />
    </div>
  )
}
