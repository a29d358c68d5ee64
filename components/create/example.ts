/** A first prompt for somebody who only wants to see it work. */
export const EXAMPLE_PROMPT =
  'Mooring poles at dusk, slow push in at water level. The lagoon lies flat like hammered brass; a bell, far off, once.'
