import * as fc from 'fast-check'
import { complaintOf } from '@/lib/venice/complaint'
import { hideAddresses, partsOfAddress, redactor } from '@/lib/venice/redact'
import { retryAtOf } from '@/lib/venice/retry-after'
import { readUsageEntry } from '@/lib/venice/usage-entry'
import * as wire from '@/lib/venice/wire'
import { answerReader, asJson, asText, nullReader, type Reader, tolerantReader } from './readers'

const NOW = Date.UTC(2026, 10, 23, 12)
const HOUR = 3_600_000
const text = fc.constantFrom('clip', 'USD', 'DIEM', 'ünï', '2026-07-01')
const dollars = (micro: number | null) => micro && micro / 1e6
const dataOf = <T>(parsed: { success: true; data: T } | { success: false }) => (parsed.success ? parsed.data : null)

/** Everything that the vendor hands to the studio, but for the catalogue. */
export const READERS_OF_VENDOR: Reader[] = [
  answerReader(
    'a receipt',
    wire.queuedShape,
    fc.record({ queue_id: text, model: fc.option(text), download_url: fc.option(fc.webUrl()) }),
  ),
  answerReader(
    'a question for consent',
    wire.consentShape,
    fc.record({
      error: fc.record({ code: fc.constant('needs_consent'), message: text }),
      consent: fc.record({ consent_version: text, policy_text: text }),
      face_media_roles: fc.array(text),
      docs_url: fc.option(fc.webUrl()),
    }),
  ),
  answerReader('a transcript', wire.transcriptShape, fc.record({ transcript: text, lang: fc.option(text) })),
  answerReader(
    'how far a job is',
    wire.progressShape,
    fc.record({
      status: fc.constantFrom('PROCESSING', 'completed'),
      average_execution_time: fc.constantFrom(0, 30_000),
      execution_duration: fc.constantFrom(0, 1234),
    }),
  ),
  answerReader('that a copy is deleted', wire.completedShape, fc.record({ success: fc.constant(true) })),
  answerReader('the list of models', wire.modelListShape, fc.record({ data: fc.array(fc.record({ id: text })) })),
  answerReader(
    'a page of the usage history',
    wire.usagePageShape,
    fc.record({ data: fc.array(fc.record({ sku: text })), nextCursor: fc.option(text) }),
  ),
  nullReader(
    'a price',
    fc.record({ quote: fc.constantFrom(0, 0.25, 1.234567) }),
    (value) => dataOf(wire.quoteShape.safeParse(asJson(value)))?.quote ?? null,
    (micro) => ({ quote: dollars(micro) }),
  ),
  nullReader(
    'a balance',
    fc.record({
      canConsume: fc.boolean(),
      consumptionCurrency: fc.option(text),
      balances: fc.record({ usd: fc.option(fc.constantFrom(1.5, 0)), diem: fc.option(fc.constantFrom(90, 0)) }),
    }),
    (value) => {
      const told = dataOf(wire.balanceShape.safeParse(asJson(value)))
      const { usd = null, diem = null } = told?.balances ?? {}
      return told && { usd, diem, currency: told.consumptionCurrency, canConsume: told.canConsume }
    },
    ({ canConsume, currency: consumptionCurrency, usd, diem }) => ({
      canConsume,
      consumptionCurrency,
      balances: { usd: dollars(usd), diem: dollars(diem) },
    }),
  ),
  nullReader(
    'an entry of the usage history',
    fc.record({
      sku: text,
      amount: fc.constantFrom(-0.25, 1.234567, '-0.5'),
      currency: fc.constantFrom('USD', 'diem'),
      timestamp: fc.constantFrom('2026-11-23T12:00:00.000Z', '2026-11-23T13:00:00+01:00'),
      notes: text,
      pricePerUnitUsd: fc.constantFrom(0.05, null),
      units: fc.constantFrom(5, null),
    }),
    (value) => readUsageEntry(asJson(value)),
    ({ amountMicro, at, priceMicroUsd, ...told }) => ({
      ...told,
      amount: dollars(amountMicro),
      timestamp: new Date(at).toISOString(),
      pricePerUnitUsd: dollars(priceMicroUsd),
      units: 1,
    }),
  ),
  tolerantReader(
    'a complaint',
    fc.record({
      error: fc.record({
        message: text,
        type: fc.constantFrom('provider_content_policy', 'invalid'),
        suggested_prompt: text,
        recommended_model: text,
        credits_refunded: fc.boolean(),
      }),
      details: fc.record({ _errors: fc.array(text), prompt: fc.record({ _errors: fc.array(text) }) }),
      issues: fc.array(fc.record({ path: fc.array(text), message: text })),
    }),
    (value) => complaintOf(asJson(value), (words) => words),
    ({ sentence, issues, contentPolicy, suggestedPrompt, recommendedModel, creditsRefunded }) => ({
      error: {
        message: sentence,
        type: contentPolicy ? 'provider_content_policy' : null,
        suggested_prompt: suggestedPrompt,
        recommended_model: recommendedModel,
        credits_refunded: creditsRefunded,
      },
      issues,
    }),
  ),
  tolerantReader(
    'when to ask again',
    fc.constantFrom('30', '0', String(NOW / 1000 + 60), 'Mon, 23 Nov 2026 12:01:00 GMT'),
    (value) => {
      const at = retryAtOf({ status: 429, header: (name) => (name === 'date' ? null : asText(value)) }, NOW)
      if (at !== null && !(at >= NOW && at <= NOW + HOUR)) throw new Error(`Asked again at ${at}.`)
      return at
    },
    (at) => (at === null ? '' : String((at - NOW) / 1000)),
  ),
  tolerantReader(
    'a secret address',
    fc.webUrl({ withQueryParameters: true }),
    (value) => {
      // What came in JSON may have half characters.
      const address = typeof value === 'string' ? value : asText(value)
      const told = redactor(...partsOfAddress(address))(`No film at ${address}`)
      // Shorter ones are ordinary words.
      if (address.length >= 8 && told.includes(address)) throw new Error(`It was told: ${told}`)
      return hideAddresses(told)
    },
    () => undefined,
  ),
]
