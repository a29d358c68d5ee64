import type { ReactNode } from 'react'
import type { FieldPlace } from '@/components/create/media/places'
import type { MediaDesk } from '@/components/create/media/use-media'

/** What every shape of field gets. */
export interface FieldProps<P extends FieldPlace> {
  place: P
  desk: MediaDesk
  /** What is dragged would land here. */
  lit: boolean
  /** Where more may come from. */
  sources: ReactNode
  onRemove: (at: number) => void
}
