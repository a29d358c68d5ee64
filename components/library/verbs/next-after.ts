/**
 * Where the keyboard goes when some of a list are taken away: to the next that stays, else to the one before.
 * @param from where it stands, by id
 */
export function nextAfter(
  items: readonly { id: string }[],
  gone: readonly { id: string }[],
  from: string | null,
): string | null {
  const leaving = new Set(gone.map(({ id }) => id))
  const at = Math.max(
    0,
    items.findIndex(({ id }) => id === from),
  )
  const stays = ({ id }: { id: string }) => !leaving.has(id)
  return (items.slice(at).find(stays) ?? items.slice(0, at).findLast(stays))?.id ?? null
}
