import { Grid2x2, Grid3x3, type LucideIcon, Square } from 'lucide-react'
import { useId } from 'react'
import { DENSITIES, type Density } from '@/components/library/grid/density'

const LOOKS: Record<Density, { name: string; Icon: LucideIcon }> = {
  dense: { name: 'Small pictures', Icon: Grid3x3 },
  usual: { name: 'Medium pictures', Icon: Grid2x2 },
  large: { name: 'Large pictures', Icon: Square },
}

/** How big the pictures are: native radios, so arrow keys work as everywhere. */
export function DensitySwitch({ density, onChange }: { density: Density; onChange: (density: Density) => void }) {
  const name = useId()
  return (
    <div
      role="radiogroup"
      aria-label="Size of the pictures"
      className="flex h-8 shrink-0 rounded-control border border-line-strong bg-surface-1 p-px max-md:h-11"
    >
      {DENSITIES.map((each) => {
        const { name: label, Icon } = LOOKS[each]
        return (
          <label key={each} title={label} className="relative flex w-8 flex-1 cursor-pointer max-md:w-11">
            <input
              type="radio"
              name={name}
              aria-label={label}
              checked={each === density}
              onChange={() => onChange(each)}
              className="peer absolute inset-0 m-0 cursor-pointer appearance-none rounded-small"
            />
            <span className="pointer-events-none grid flex-1 place-items-center rounded-[5px] border border-transparent text-ink-2 transition-colors peer-checked:border-line-strong peer-checked:bg-surface-3 peer-checked:text-ink peer-hover:text-ink">
              <Icon aria-hidden size={16} strokeWidth={1.5} />
            </span>
          </label>
        )
      })}
    </div>
  )
}
