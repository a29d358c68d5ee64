import { useQueryClient } from '@tanstack/react-query'
import { type ClipboardEvent, type DragEvent, useEffect, useEffectEvent, useState, useSyncExternalStore } from 'react'
import { moveMedium, putMedium, removeMedium } from '@/components/create/media/change-media'
import { addressIn, filesIn, isOffered, kindOffered, pastedFiles } from '@/components/create/media/drag'
import { kindOfFile, misfit } from '@/components/create/media/file-kind'
import { firstPlace, noPlaceWords, roomIn } from '@/components/create/media/first-place'
import type { ListName, Place } from '@/components/create/media/places'
import {
  currentUploads,
  dropUpload,
  keepUploads,
  onUploads,
  refuseUpload,
  startUpload,
} from '@/components/create/media/upload-store'
import { isUnderWay, takeIn, type Upload, uploadsAt } from '@/components/create/media/uploads'
import { keys } from '@/components/query/keys'
import { type MediaInput, type Medium, mapMedia } from '@/lib/generations/media-input'
import type { ModelOffer } from '@/lib/models/offer'

/** The media of the form with all that can be done to them. */
export interface MediaDesk {
  offer: ModelOffer
  media: MediaInput
  uploads: readonly Upload[]
  /** Where what is being dragged over the form would go. */
  target: Place | null
  /** Why the last drop or paste found no place. */
  notice: string | null
  send: (place: Place, files: readonly File[]) => void
  put: (place: Place, medium: Medium) => void
  remove: (place: Place, at?: number) => void
  move: (name: ListName, from: number, to: number) => void
  /** Puts another file wherever the one with this hash stands. */
  swap: (hash: string, medium: Medium) => void
}

const NONE: readonly Upload[] = []

/** Media of the form: what stands in it, what is on its way, and where a drop or a paste goes. */
export function useMedia(
  offer: ModelOffer,
  media: MediaInput,
  onChange: (change: (media: MediaInput) => MediaInput) => void,
) {
  const uploads = useSyncExternalStore(onUploads, currentUploads, () => NONE)
  const client = useQueryClient()
  const [target, setTarget] = useState<Place | null>(null)
  const [notice, setNotice] = useState<string | null>(null)

  const arrive = useEffectEvent(() => {
    const { left } = takeIn(media, uploads)
    if (left.length === uploads.length) return
    keepUploads(left)
    onChange((now) => takeIn(now, uploads).media)
    void client.invalidateQueries({ queryKey: keys.everyUpload })
  })
  useEffect(() => {
    if (uploads.some(({ state }) => state.kind === 'done')) arrive()
  }, [uploads])

  const coming = (place: Place) => uploadsAt(uploads, place).filter(isUnderWay).length

  function send(place: Place, files: readonly File[]) {
    setNotice(null)
    // What failed there before has been answered by choosing another.
    for (const upload of uploadsAt(uploads, place)) {
      if (!place.many || upload.state.kind === 'failed') dropUpload(upload.id)
    }
    const room = place.many ? roomIn(offer, media, place) - coming(place) : 1
    for (const file of files.slice(0, Math.max(0, room))) {
      const refusal = misfit(file, place.kind)
      if (refusal === null) startUpload(place, file, file.name)
      else refuseUpload(place, file.name, refusal)
    }
    const over = files.length - Math.max(0, room)
    if (over > 0 && place.many) setNotice(`There is no room for ${over} more in ${place.field}.`)
  }

  /** Each file to the first place that fits; several of a kind together where a list takes them. */
  function spread(files: readonly File[]) {
    setNotice(null)
    const taken = new Map<string, number>()
    const still = (place: Place) => coming(place) + (taken.get(place.name) ?? 0)
    for (const file of files) {
      const kind = kindOfFile(file)
      const place = firstPlace(offer, media, kind, still)
      if (place === null || kind === null) {
        setNotice(noPlaceWords(offer, kind))
        continue
      }
      taken.set(place.name, (taken.get(place.name) ?? 0) + 1)
      startUpload(place, file, file.name)
    }
  }

  const desk: MediaDesk = {
    offer,
    media,
    uploads,
    target,
    notice,
    send,
    put: (place, medium) => onChange((now) => putMedium(now, place, medium)),
    remove: (place, at) => onChange((now) => removeMedium(now, place, at)),
    move: (name, from, to) => onChange((now) => moveMedium(now, name, from, to)),
    swap: (hash, medium) =>
      onChange((now) => mapMedia(now, (old) => (old.kind === 'asset' && old.hash === hash ? medium : old))),
  }

  const handlers = {
    onDragOver(event: DragEvent) {
      if (!isOffered(event)) return
      event.preventDefault()
      const next = firstPlace(offer, media, kindOffered(event), coming)
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
      const files = filesIn(event)
      const address = addressIn(event.dataTransfer)
      if (files.length > 0) spread(files)
      else if (address !== null) setNotice('Drop an address on the field it is for.')
    },
    onPaste(event: ClipboardEvent) {
      const files = pastedFiles(event)
      if (files.length === 0) return
      event.preventDefault()
      spread(files)
    },
  }
  return { desk, handlers }
}
