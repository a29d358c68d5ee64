import * as z from 'zod'

const placeSchema = z.object({
  /** The clip of the first row in view, and how far its top stood from the top of the window, px; null: the top. */
  top: z.object({ id: z.string(), offset: z.number() }).nullable(),
  /** The clip that had the keyboard. */
  active: z.string().nullable(),
})

const stateSchema = z.object({ squeroPlace: placeSchema })

/** Where somebody was in the list. */
export type KeptPlace = z.infer<typeof placeSchema>

/** Where somebody was in this entry of the browser's history, if they were; Back and a reload go there. */
export function keptPlace(): KeptPlace | null {
  return stateSchema.safeParse(window.history.state).data?.squeroPlace ?? null
}

/** Keeps it in the entry itself, beside what Next keeps there: an entry that has that is not looked into by Next. */
export function keepPlace(squeroPlace: KeptPlace): void {
  window.history.replaceState({ ...window.history.state, squeroPlace }, '')
}
