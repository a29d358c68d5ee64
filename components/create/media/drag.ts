import type { ClipboardEvent, DragEvent } from 'react'
import { kindOfFile } from '@/components/create/media/file-kind'
import { type Place, placeNamed } from '@/components/create/media/places'
import type { MediumKind } from '@/lib/generations/media-input'

/** Whether something from outside is dragged, not an item of our own lists; a dialog over the form takes nothing. */
export function isOffered({ dataTransfer, target }: DragEvent): boolean {
  if (target instanceof Element && target.closest('dialog')) return false
  return dataTransfer.types.includes('Files') || dataTransfer.types.includes('text/uri-list')
}

/** The field of media that something is over or in; null anywhere else. */
export function placeAround(target: EventTarget): Place | null {
  const name = target instanceof Element ? target.closest('[data-place]')?.getAttribute('data-place') : null
  return name ? placeNamed(name) : null
}

/** What the first of the dragged files is; browsers give no names before the drop. */
export function kindOffered({ dataTransfer }: DragEvent): MediumKind | null {
  return kindOfFile({ type: dataTransfer.items[0]?.type ?? '', name: '' })
}

export const filesIn = ({ dataTransfer }: DragEvent): File[] => [...dataTransfer.files]

/** Pictures and other files on the clipboard, with a name to keep them by; none where text comes with them into a text. */
export function pastedFiles({ clipboardData, target }: ClipboardEvent): File[] {
  if (target instanceof Element && target.closest('dialog')) return []
  const writes = target instanceof HTMLTextAreaElement || target instanceof HTMLInputElement
  // A word processor puts a picture of the words beside the words.
  if (writes && clipboardData.types.includes('text/plain')) return []
  return [...clipboardData.files].map(named)
}

/** Browsers call every pasted picture the same. */
function named(file: File): File {
  return file.name === 'image.png' ? new File([file], 'pasted.png', { type: file.type }) : file
}

/** An http(s) address that is dragged or pasted as text; null when it is none. */
export function addressIn(from: DataTransfer): string | null {
  const text = (from.getData('text/uri-list').split('\n')[0] || from.getData('text/plain')).trim()
  return isWebAddress(text) ? text : null
}

/** A whole http(s) address. */
export const isWebAddress = (text: string) => /^https?:\/\/[^\s/]/i.test(text) && URL.canParse(text)
