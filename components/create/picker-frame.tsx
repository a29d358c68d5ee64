import { type CSSProperties, type ReactNode, type RefObject, useEffect, useState } from 'react'
import { Sheet } from '@/components/ui/sheet'

interface PickerFrameProps {
  anchor: RefObject<HTMLElement | null>
  onClose: () => void
  children: ReactNode
}

/** Under its field on a wide screen, with the page dimmed around that field; the whole screen on a phone. */
export function PickerFrame({ anchor, onClose, children }: PickerFrameProps) {
  const places = usePlaces(anchor)
  return (
    <Sheet
      label="Choose a model"
      id="model-picker"
      onClose={onClose}
      className="h-dvh w-screen overflow-hidden bg-transparent! shadow-none! backdrop:bg-transparent"
    >
      <div style={places} className="contents">
        <div
          onPointerDown={onClose}
          className="absolute top-(--page-top) right-0 bottom-0 left-(--page-left) overflow-hidden max-md:hidden"
        >
          <div className="absolute top-(--hole-top) left-(--hole-left) h-(--hole-height) w-(--hole-width) rounded-control shadow-[0_0_0_300vmax_var(--scrim)]" />
        </div>
        <div className="absolute inset-0 flex flex-col overflow-hidden bg-popover md:top-(--panel-top) md:right-auto md:bottom-3 md:left-(--panel-left) md:w-(--panel-width) md:rounded-card md:shadow-popover">
          {children}
        </div>
      </div>
    </Sheet>
  )
}

const WIDE = 1112
const GAP = 8
const GUTTER = 24

function usePlaces(anchor: RefObject<HTMLElement | null>): CSSProperties {
  const [places, setPlaces] = useState(() => measure(anchor.current))
  useEffect(() => {
    const follow = () => setPlaces(measure(anchor.current))
    window.addEventListener('resize', follow)
    return () => window.removeEventListener('resize', follow)
  }, [anchor])
  return places
}

function measure(field: HTMLElement | null): CSSProperties {
  const page = field?.closest('main')?.getBoundingClientRect()
  const box = field?.getBoundingClientRect()
  if (!page || !box) return {}
  const width = Math.min(WIDE, window.innerWidth - box.left - GUTTER)
  return Object.fromEntries(
    Object.entries({
      '--page-top': page.top,
      '--page-left': page.left,
      '--hole-top': box.top - page.top,
      '--hole-left': box.left - page.left,
      '--hole-width': box.width,
      '--hole-height': box.height,
      '--panel-top': box.bottom + GAP,
      '--panel-left': box.left,
      '--panel-width': width,
    }).map(([name, pixels]) => [name, `${pixels}px`]),
  )
}
