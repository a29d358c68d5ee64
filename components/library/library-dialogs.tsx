'use client'

import { DensitySwitch } from '@/components/library/filters/density-switch'
import type { PanelProps } from '@/components/library/filters/panels'
import { SortList } from '@/components/library/filters/sort-list'
import type { Density } from '@/components/library/grid/density'
import { KeysSheet } from '@/components/library/keys-sheet'
import { LIBRARY_KEYS } from '@/components/library/library-keys'
import { QuickLook } from '@/components/library/quick-look'
import { DeleteDialog } from '@/components/library/selection/delete-dialog'
import { Sidebar } from '@/components/library/sidebar/sidebar'
import type { Dialogs } from '@/components/library/use-dialogs'
import type { Deleting, ListVerbs } from '@/components/library/verbs/use-list-verbs'
import { Sheet } from '@/components/ui/sheet'
import type { LibraryItem } from '@/lib/library/view'

interface LibraryDialogsProps {
  dialogs: Dialogs
  panel: PanelProps
  list: {
    items: readonly LibraryItem[]
    placeOf: (id: string | null) => number | undefined
    onMore: (() => void) | null
  }
  density: Density
  onDensity: (density: Density) => void
  verbs: ListVerbs
  deleting: Deleting
}

/** Whatever lies over the library. */
export function LibraryDialogs({ dialogs, panel, list, density, onDensity, verbs, deleting }: LibraryDialogsProps) {
  const { shown, close } = dialogs
  return (
    <>
      {shown === 'look' && <QuickLook {...list} verbs={verbs} onClose={close} />}
      {shown === 'keys' && <KeysSheet table={LIBRARY_KEYS} onClose={close} />}
      {shown === 'places' && (
        <Sheet
          label="Projects and tags"
          onClose={close}
          className="mr-auto h-dvh max-h-dvh! w-[min(20rem,calc(100vw-3rem))] overflow-y-auto"
        >
          <Sidebar
            query={panel.query}
            facets={panel.facets}
            onGo={(to) => {
              close()
              panel.go(to)
            }}
          />
        </Sheet>
      )}
      {shown === 'view' && (
        <Sheet label="Order and size" onClose={close} className="mt-auto w-full rounded-t-card p-4">
          <h2 className="font-semibold text-title">Order and size</h2>
          <div className="mt-3 flex flex-wrap items-center justify-between gap-3">
            <SortList query={panel.query} go={panel.go} />
            <DensitySwitch density={density} onChange={onDensity} />
          </div>
        </Sheet>
      )}
      {deleting.asked && (
        <DeleteDialog
          items={deleting.asked}
          forGood={deleting.forGood}
          onDelete={deleting.go}
          onClose={deleting.keep}
        />
      )}
    </>
  )
}
