/** The look of the seek slider: a thin line, paper up to the playhead, and a round knob. */
export const SEEK = [
  'h-8 min-w-0 flex-1 cursor-pointer appearance-none bg-transparent mx-1',
  // On a phone it has a line of its own, or there would be nothing to drag along.
  'max-sm:-order-1 max-sm:mx-3 max-sm:basis-[calc(100%-1.5rem)]',
  '[&::-webkit-slider-runnable-track]:h-1 [&::-webkit-slider-runnable-track]:rounded-full',
  '[&::-webkit-slider-runnable-track]:bg-[linear-gradient(to_right,#f2ede1_var(--played),rgb(242_237_225/.34)_var(--played))]',
  '[&::-webkit-slider-thumb]:-mt-1 [&::-webkit-slider-thumb]:size-3 [&::-webkit-slider-thumb]:appearance-none',
  '[&::-webkit-slider-thumb]:rounded-full [&::-webkit-slider-thumb]:bg-[#f2ede1]',
  '[&::-moz-range-track]:h-1 [&::-moz-range-track]:rounded-full [&::-moz-range-track]:bg-[rgb(242_237_225/.34)]',
  '[&::-moz-range-progress]:h-1 [&::-moz-range-progress]:rounded-full [&::-moz-range-progress]:bg-[#f2ede1]',
  '[&::-moz-range-thumb]:size-3 [&::-moz-range-thumb]:border-0 [&::-moz-range-thumb]:bg-[#f2ede1]',
].join(' ')
