import { refuse } from '../answer'
import type { Catalogue, SandboxModel } from '../catalogue'

/**
 * The model a paid or priced request names. Throws 404 (unknown), 410 (past its removal), 503 (offline) or 403
 * (locked to a region: ids that contain "region").
 */
export function modelFor(catalogue: Catalogue, id: string, now: number): SandboxModel {
  const model = catalogue.find(id)
  if (!model) throw refuse(404, 'Specified model not found')
  const { deprecation, offline } = model.entry.model_spec
  if (deprecation && !model.staysListed && Date.parse(deprecation.removesAt) <= now) {
    throw refuse(410, `The model ${id} has been removed and is no longer available.`)
  }
  if (offline) throw refuse(503, 'The model is currently offline. Please try again later.')
  if (id.includes('region')) {
    throw refuse(
      403,
      'The specified model is unavailable in your region. Use of Tor, VPNs, proxies, or other means to circumvent this restriction is a violation of our Terms of Service.',
    )
  }
  return model
}
