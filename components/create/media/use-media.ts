import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useEffectEvent, useState, useSyncExternalStore } from 'react'
import { moveMedium, putMedium, removeMedium } from '@/components/create/media/change-media'
import { kindOfFile, misfit } from '@/components/create/media/file-kind'
import { firstPlace, noPlaceWords, roomIn } from '@/components/create/media/first-place'
import { type ListName, type Place, takesMany } from '@/components/create/media/places'
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
import { type MediaInput, type Medium, type MediumKind, mapMedia } from '@/lib/generations/media-input'
import type { TakenFrom } from '@/lib/library/taken-from'
import type { ModelOffer } from '@/lib/models/offer'

/** The media of the form with all that can be done to them. */
export interface MediaDesk {
  offer: ModelOffer
  media: MediaInput
  uploads: readonly Upload[]
  /** Why what was given last found no place. */
  notice: string | null
  say: (notice: string | null) => void
  /** The first place that has room for something of this kind. */
  roomFor: (kind: MediumKind | null) => Place | null
  /** Takes files into a place; `takenFrom` where they are a frame of a clip. */
  send: (place: Place, files: readonly File[], takenFrom?: TakenFrom) => void
  /** Takes each file into the first place that fits. */
  spread: (files: readonly File[]) => void
  put: (place: Place, medium: Medium) => void
  change: (change: (media: MediaInput) => MediaInput) => void
  remove: (place: Place, at?: number) => void
  move: (name: ListName, from: number, to: number) => void
  /** Puts another file wherever the one with this hash stands. */
  swap: (hash: string, medium: Medium) => void
}

const NONE: readonly Upload[] = []

/** The media of the form: what stands in it and what is on its way. `onChange` changes them as they are by then. */
export function useMedia(
  offer: ModelOffer,
  media: MediaInput,
  onChange: (change: (media: MediaInput) => MediaInput) => void,
): MediaDesk {
  const uploads = useSyncExternalStore(onUploads, currentUploads, () => NONE)
  const [notice, say] = useState<string | null>(null)
  useArrivals(uploads, media, onChange)
  const coming = (place: Place) => uploadsAt(uploads, place).filter(isUnderWay).length

  function send(place: Place, files: readonly File[], takenFrom?: TakenFrom) {
    say(null)
    // What failed there before has been answered by choosing another.
    for (const { id, state } of uploadsAt(uploads, place)) {
      if (!takesMany(place) || state.kind === 'failed') dropUpload(id)
    }
    const room = takesMany(place) ? Math.max(0, roomIn(offer, media, place) - coming(place)) : 1
    for (const file of files.slice(0, room)) {
      const refusal = misfit(file, place.kind)
      if (refusal === null) startUpload(place, file, file.name, takenFrom)
      else refuseUpload(place, file.name, refusal)
    }
    if (files.length > room) say(tooManyWords(place, files.length - room))
  }

  function spread(files: readonly File[]) {
    say(null)
    const taken: Place[] = []
    const still = (place: Place) => coming(place) + taken.filter(({ name }) => name === place.name).length
    for (const file of files) {
      const kind = kindOfFile(file)
      const place = kind && firstPlace(offer, media, kind, still)
      if (!place) say(noPlaceWords(offer, kind))
      else {
        taken.push(place)
        startUpload(place, file, file.name)
      }
    }
  }

  return {
    offer,
    media,
    uploads,
    notice,
    say,
    roomFor: (kind) => firstPlace(offer, media, kind, coming),
    send,
    spread,
    change: onChange,
    put: (place, medium) => onChange((now) => putMedium(now, place, medium)),
    remove: (place, at) => onChange((now) => removeMedium(now, place, at)),
    move: (name, from, to) => onChange((now) => moveMedium(now, name, from, to)),
    swap: (hash, medium) =>
      onChange((now) => mapMedia(now, (old) => (old.kind === 'asset' && old.hash === hash ? medium : old))),
  }
}

/** Puts what has arrived where it belongs. */
function useArrivals(
  uploads: readonly Upload[],
  media: MediaInput,
  onChange: (change: (media: MediaInput) => MediaInput) => void,
): void {
  const client = useQueryClient()
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
}

function tooManyWords(place: Place, over: number): string {
  return takesMany(place)
    ? `There is no room for ${over === 1 ? 'one' : over} more in ${place.field}.`
    : `${place.field} takes one file: the first was taken.`
}
