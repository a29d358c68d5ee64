import { expect, it, vi } from 'vitest'
import { StudioError } from '@/lib/errors'
import { VeniceError } from '@/lib/venice/errors'

it('an error keeps its kind across two copies of its class, as bundles make them', async () => {
  vi.resetModules()
  const { VeniceError: Other } = await import('@/lib/venice/errors')
  const error = new Other('venice-unreachable', 'No answer. Nothing was spent.')
  expect(Other).not.toBe(VeniceError)
  expect(error instanceof VeniceError).toBe(true)
  expect(error instanceof StudioError).toBe(true)
  expect(new StudioError('x', 'X.') instanceof VeniceError).toBe(false)
  expect(new Error('x') instanceof StudioError).toBe(false)
  expect(Object('text') instanceof StudioError).toBe(false)
})
