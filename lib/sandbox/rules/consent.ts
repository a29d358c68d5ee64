import { json, Refusal } from '../answer'
import type { SandboxModel } from '../catalogue'
import type { FaceRole } from './media-list'
import type { Seen } from './media-url'
import type { QueueRequest } from './schema'

/** A medium "shows a face" when its URL, or the bytes of its data URL, contain this. */
const FACE_MARKER = 'face'

const POLICY_TEXT =
  'Media that shows a person may be sent to the model provider and screened before processing. You confirm that you have read the provider’s terms and privacy policy, that you hold the rights to the media and the consent of everyone shown, and that you accept the screening.'

/** Throws the documented 409 when faces are shown and the three confirmations are missing. Nothing is charged. */
export function requireConsent(model: SandboxModel, body: QueueRequest, media: readonly Seen[]): void {
  if (!model.abilities.consent || body.consents?.seedance) return
  const roles = new Set<FaceRole>()
  for (const medium of media) {
    if (medium.role && showsFace(medium)) roles.add(medium.role)
  }
  if (roles.size === 0) return
  throw new Refusal(json(consentBody([...roles]), 409))
}

/** The 409's body, exactly as documented. */
export function consentBody(faceRoles: FaceRole[]) {
  return {
    error: { code: 'needs_consent', message: 'Additional consent is required before this request can be queued.' },
    consent_flow: 'seedance',
    face_media_roles: faceRoles,
    consent: { consent_version: '2026-07-01', policy_text: POLICY_TEXT },
    docs_url: 'https://docs.venice.ai/guides/seedance-consent',
  }
}

function showsFace({ content, url }: Seen): boolean {
  return content?.bytes.includes(FACE_MARKER) ?? url.includes(FACE_MARKER)
}
