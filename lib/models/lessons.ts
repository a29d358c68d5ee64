import type { ModelOffer } from '@/lib/models/offer'

/** A field of the request that the vendor refused for a model, though its catalogue offers it. */
export interface Lesson {
  modelId: string
  field: string
}

/** The offers without what the vendor was seen to refuse. */
export function applyLessons(offers: readonly ModelOffer[], lessons: readonly Lesson[]): ModelOffer[] {
  const learnt = (modelId: string, field: string) =>
    lessons.some((lesson) => lesson.modelId === modelId && lesson.field === field)
  return offers.map((offer) => ({
    ...offer,
    // It has sound, and no say in it.
    sound: offer.sound === 'optional' && learnt(offer.id, 'audio') ? 'always' : offer.sound,
    bitrate: offer.bitrate && !learnt(offer.id, 'bitrate_mode'),
    tasks: offer.tasks && !learnt(offer.id, 'omni_reference_task_type'),
  }))
}
