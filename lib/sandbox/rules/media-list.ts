import type { MediaKind } from './media-url'
import type { QueueRequest } from './schema'

/** The role names of the consent answer (`face_media_roles`). */
export type FaceRole = 'image' | 'end_image' | 'reference_image' | 'video' | 'reference_video'

/** One medium of a queue request, wherever in the body it stands. */
export interface Medium {
  path: (string | number)[]
  url: string
  kind: MediaKind
  role?: FaceRole
}

/** Every medium of the body, in the order of the specification. */
export function mediaOf(body: QueueRequest): Medium[] {
  return [
    ...one('image_url', body.image_url, 'image', 'image'),
    ...one('end_image_url', body.end_image_url, 'image', 'end_image'),
    ...one('audio_url', body.audio_url, 'audio'),
    ...one('video_url', body.video_url, 'video', 'video'),
    ...many('reference_image_urls', body.reference_image_urls, 'image', 'reference_image'),
    ...many('reference_video_urls', body.reference_video_urls, 'video', 'reference_video'),
    ...many('reference_audio_urls', body.reference_audio_urls, 'audio'),
    ...many('reference_document_urls', body.reference_document_urls, 'document'),
    ...(body.elements ?? []).flatMap((element, at) => elementMedia(element, at)),
    ...many('scene_image_urls', body.scene_image_urls, 'image', 'reference_image'),
    ...(body.keyframes ?? []).map((keyframe, at): Medium => {
      return { path: ['keyframes', at, 'image_url'], url: keyframe.image_url, kind: 'image', role: 'image' }
    }),
  ]
}

type Element = NonNullable<QueueRequest['elements']>[number]

function elementMedia(element: Element, at: number): Medium[] {
  const inside = (media: Medium[]) => media.map((medium) => ({ ...medium, path: ['elements', at, ...medium.path] }))
  return inside([
    ...one('frontal_image_url', element.frontal_image_url, 'image', 'reference_image'),
    ...many('reference_image_urls', element.reference_image_urls, 'image', 'reference_image'),
    ...one('video_url', element.video_url, 'video', 'reference_video'),
  ])
}

function one(field: string, url: string | undefined, kind: MediaKind, role?: FaceRole): Medium[] {
  return url === undefined ? [] : [{ path: [field], url, kind, role }]
}

function many(field: string, urls: string[] | undefined, kind: MediaKind, role?: FaceRole): Medium[] {
  return (urls ?? []).map((url, at) => ({ path: [field, at], url, kind, role }))
}
