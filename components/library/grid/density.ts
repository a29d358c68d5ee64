/** How big the pictures of the grid are. */
export const DENSITIES = ['dense', 'usual', 'large'] as const

export type Density = (typeof DENSITIES)[number]

/** Read by the server, so that the first HTML has the size that was chosen. */
export const DENSITY_COOKIE = 'squero-density'

/** From this viewport width on (px, Tailwind's `md`) there is room for captions and wider gaps. */
export const DESK_PX = 768

/** The measures of a grid, px. */
export interface GridLook {
  /** The least height of a row of pictures: full rows are stretched from it until they fill the width. */
  base: number
  /** Between two pictures. */
  gap: number
  /** Between two rows. */
  rowGap: number
  /** Room under a picture for its words; 0 where there are none. */
  caption: number
}

// A row of full width comes out about a tenth higher: 120, 148 and 220 px at a desk.
const DESK: Record<Density, GridLook> = {
  dense: { base: 108, gap: 8, rowGap: 8, caption: 0 },
  usual: { base: 134, gap: 8, rowGap: 12, caption: 20 },
  large: { base: 200, gap: 8, rowGap: 12, caption: 20 },
}

const PHONE: Record<Density, GridLook> = {
  dense: { base: 60, gap: 4, rowGap: 4, caption: 0 },
  usual: { base: 84, gap: 4, rowGap: 4, caption: 0 },
  large: { base: 180, gap: 4, rowGap: 4, caption: 0 },
}

/** The measures at a density. */
export const gridLook = (density: Density, atDesk: boolean): GridLook => (atDesk ? DESK : PHONE)[density]

/** The density a cookie holds; the usual one where it holds none. */
export function readDensity(cookie: string | undefined): Density {
  return DENSITIES.find((density) => density === cookie) ?? 'usual'
}
