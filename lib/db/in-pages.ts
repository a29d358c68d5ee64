/** SQLite takes so many values in one question that related rows of this many can be asked for at once. */
const PAGE = 400

/** The part of a question that says which page. */
export interface Page<Id> {
  take: number
  skip?: number
  cursor?: { id: Id }
}

/** All rows of a question that reads related rows too, page by page; the question must be ordered by `id`. */
export async function inPages<Id, Row extends { id: Id }>(read: (page: Page<Id>) => Promise<Row[]>): Promise<Row[]> {
  const rows = await read({ take: PAGE })
  for (let last = rows.at(-1), full = rows.length === PAGE; last && full; ) {
    const more = await read({ take: PAGE, skip: 1, cursor: { id: last.id } })
    rows.push(...more)
    last = more.at(-1)
    full = more.length === PAGE
  }
  return rows
}

/** Everything that a question about many values finds, asked for as few of them at a time as SQLite takes. */
export async function inParts<Value, Row>(
  values: Iterable<Value>,
  read: (part: Value[]) => Promise<Row[]>,
): Promise<Row[]> {
  const all = [...new Set(values)]
  const rows: Row[] = []
  for (let at = 0; at < all.length; at += PAGE) rows.push(...(await read(all.slice(at, at + PAGE))))
  return rows
}
