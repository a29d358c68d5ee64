/** The look of a seek slider: a thin line, filled up to the playhead, and a round knob; in the colours of its ground. */
const SEEK = [
  'h-8 min-w-0 flex-1 cursor-pointer appearance-none bg-transparent mx-1',
  // On a phone it has a line of its own, or there would be nothing to drag along.
  'max-sm:-order-1 max-sm:mx-3 max-sm:basis-[calc(100%-1.5rem)]',
  '[&::-webkit-slider-runnable-track]:h-1 [&::-webkit-slider-runnable-track]:rounded-full',
  '[&::-webkit-slider-runnable-track]:bg-[linear-gradient(to_right,var(--filled)_var(--played),var(--track)_var(--played))]',
  '[&::-webkit-slider-thumb]:-mt-1 [&::-webkit-slider-thumb]:size-3 [&::-webkit-slider-thumb]:appearance-none',
  '[&::-webkit-slider-thumb]:rounded-full [&::-webkit-slider-thumb]:bg-(--filled)',
  '[&::-moz-range-track]:h-1 [&::-moz-range-track]:rounded-full [&::-moz-range-track]:bg-(--track)',
  '[&::-moz-range-progress]:h-1 [&::-moz-range-progress]:rounded-full [&::-moz-range-progress]:bg-(--filled)',
  '[&::-moz-range-thumb]:size-3 [&::-moz-range-thumb]:border-0 [&::-moz-range-thumb]:bg-(--filled)',
].join(' ')

/** On a picture: paper on whatever it shows. */
export const SEEK_ON_PICTURE = `${SEEK} [--filled:#f2ede1] [--track:rgb(242_237_225/.34)]`

/** On a surface of the page. */
export const SEEK_ON_PAGE = `${SEEK} [--filled:var(--ink)] [--track:var(--bar-track)]`
