/** Why a change was not made. */
export function Refusal({ sentence }: { sentence: string | null }) {
  return (
    sentence !== null && (
      <p role="alert" className="text-small text-state-loss">
        {sentence}
      </p>
    )
  )
}
