import { type ClipboardEvent, type DragEvent, useState } from 'react'
import { addressIn, filesIn, isOffered, kindOffered, pastedFiles, placeAround } from '@/components/create/media/drag'
import type { Place } from '@/components/create/media/places'
import { takeDropped } from '@/components/create/media/take-dropped'
import type { MediaDesk } from '@/components/create/media/use-media'

/** What is dropped or pasted anywhere on the form: onto the field under it, else to the first that fits; see `takeDropped`. */
export function useDrops(desk: MediaDesk) {
  const [target, setTarget] = useState<Place | null>(null)

  function take(around: Place | null, files: readonly File[], address: string | null): boolean {
    if (files.length > 0 && around) desk.send(around, files)
    else if (files.length > 0) void takeDropped(desk, files)
    else if (address === null) return false
    else if (around) desk.put(around, { kind: 'url', url: address, seconds: null })
    else return false
    return true
  }

  const handlers = {
    onDragOver(event: DragEvent) {
      if (!isOffered(event)) return
      event.preventDefault()
      const next = placeAround(event.target) ?? desk.roomFor(kindOffered(event))
      if (next?.name !== target?.name) setTarget(next)
    },
    onDragLeave(event: DragEvent) {
      const into = event.relatedTarget
      if (!(into instanceof Node && event.currentTarget.contains(into))) setTarget(null)
    },
    onDrop(event: DragEvent) {
      setTarget(null)
      if (!isOffered(event)) return
      event.preventDefault()
      const taken = take(placeAround(event.target), filesIn(event), addressIn(event.dataTransfer))
      if (!taken) desk.say('An address goes onto the field it is for.')
    },
    onPaste(event: ClipboardEvent) {
      const files = pastedFiles(event)
      const writes = event.target instanceof HTMLInputElement || event.target instanceof HTMLTextAreaElement
      const address = writes ? null : addressIn(event.clipboardData)
      if (take(placeAround(event.target), files, address)) event.preventDefault()
    },
  }
  return { target, handlers }
}
