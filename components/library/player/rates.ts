/** How fast a clip can be played. */
export const RATES = [0.25, 0.5, 1, 1.5, 2]
