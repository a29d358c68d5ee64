const LONG = 14

/** The shape of an aspect ratio, drawn; nothing for one that is not two numbers. */
export function AspectPicture({ ratio }: { ratio: string }) {
  const [width, height] = ratio.split(':').map(Number)
  if (!width || !height) return null
  const scale = LONG / Math.max(width, height)
  return (
    <span
      aria-hidden="true"
      className="shrink-0 rounded-[2px] border-[1.5px] border-current max-lg:hidden"
      style={{ width: Math.max(5, width * scale), height: Math.max(5, height * scale) }}
    />
  )
}
