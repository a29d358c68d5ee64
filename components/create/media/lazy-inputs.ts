import { lazy } from 'react'

/** Most models of a first visit work from text alone: media come with the model that takes them. */
export const loadMediaInputs = () =>
  import('@/components/create/media/media-inputs').then(({ MediaInputs }) => ({ default: MediaInputs }))

export const MediaInputs = lazy(loadMediaInputs)
