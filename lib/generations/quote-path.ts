import type { Pricing } from '@/lib/generations/pricing-key'

/** The address of a price: only what it depends on, so that no prompt lands in a log. */
export function quotePath(pricing: Pricing, options: { fresh?: boolean } = {}): string {
  const query = new URLSearchParams({ model: pricing.modelId, duration: pricing.duration })
  for (const name of ['resolution', 'aspectRatio', 'audio', 'upscaleFactor', 'referenceSeconds'] as const) {
    const value = pricing[name]
    if (value !== null) query.set(name, String(value))
  }
  if (pricing.video?.kind === 'asset') query.set('video', pricing.video.hash)
  if (pricing.video?.kind === 'url') query.set('videoUrl', pricing.video.url)
  if (options.fresh) query.set('fresh', '1')
  return `/api/quote?${query}`
}
