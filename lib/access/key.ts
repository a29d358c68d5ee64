import 'server-only'
import { changeKept, readKept } from '@/lib/access/kept'
import { studioKey } from '@/lib/access/studio-key'
import type { KeyView, SettingResult } from '@/lib/access/view'
import { environment } from '@/lib/env'
import { keepOutOfLogs } from '@/lib/secrets'
import { createVenice } from '@/lib/venice/client'
import { VeniceError } from '@/lib/venice/errors'

/** ms */
const PATIENCE = 15_000
/** No key has a space or another character; a hundred times the length of one is no key either. */
const KEY = /^[\x21-\x7e]{8,512}$/

/** What Settings shows of the key: never more than its last four characters. */
export function readKeyView(): KeyView {
  const { dataDir, veniceBaseUrl } = environment()
  const used = studioKey()
  return {
    source: used?.source ?? null,
    lastFour: used && used.key.length >= 16 ? used.key.slice(-4) : null,
    hidden: used?.source === 'environment' && readKept(dataDir).apiKey !== undefined,
    host: new URL(veniceBaseUrl).host,
  }
}

/** Keeps a key that was typed in, after the API has accepted it. It is used from the next start of the engine on. */
export async function keepKey(typed: string): Promise<SettingResult> {
  const key = typed.trim()
  if (!KEY.test(key)) return { ok: false, sentence: 'This does not look like a key: copy it again. Nothing was kept.' }
  keepOutOfLogs(key)
  const refusal = await refusalOfApi(key)
  if (refusal !== null) return { ok: false, sentence: refusal }
  changeKept(environment().dataDir, (kept) => ({ ...kept, apiKey: key }))
  return { ok: true }
}

/** Takes the key that was typed in out of the file. The environment's stays. */
export function removeKey(): SettingResult {
  changeKept(environment().dataDir, ({ apiKey: _gone, ...kept }) => kept)
  return { ok: true }
}

/** Asks for the balance: it costs nothing, and only a key that is valid is told. */
async function refusalOfApi(apiKey: string): Promise<string | null> {
  const { veniceBaseUrl } = environment()
  const { host } = new URL(veniceBaseUrl)
  try {
    await createVenice({ baseUrl: veniceBaseUrl, apiKey }).balance(AbortSignal.timeout(PATIENCE))
    return null
  } catch (error) {
    if (!(error instanceof VeniceError)) throw error
    if (error.code === 'venice-unauthorized') return `${host} does not accept this key. Nothing was kept.`
    return `${host} could not check this key. Nothing was kept: try again in a moment.`
  }
}
