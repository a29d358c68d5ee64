import type { Decision, JobFacts } from '@/lib/generations/decision'
import { backoffMs } from '@/lib/generations/pace'
import { problem } from '@/lib/generations/problem'
import type { MediaAnswer } from '@/lib/venice/answers'

/** A file that came whole but does not pass the check is asked for this often before it is kept as it came. */
const BAD_FILES = 3

export type LinkOutcome = Exclude<MediaAnswer, { kind: 'media' }> | { kind: 'used-up' } | { kind: 'no-room' }

/**
 * What an answer of the download link means that is not the media. A link that refuses us never makes a job lost.
 * @param kept whether some of the file is here: then it is kept as it came, whatever became of the rest
 */
export function decideLink(facts: JobFacts, answer: LinkOutcome, now: number, kept = false): Decision {
  switch (answer.kind) {
    case 'gone':
      return goneLink(facts, answer.said.excerpt, now, kept)
    case 'mismatched':
      return startAnew(again(facts, now, 'mismatched', 'What came does not go on where the download broke off.'))
    case 'used-up':
      return quarantined('The link may not be fetched again and no whole file came. It was charged.', now)
    case 'no-room':
      return again(facts, now, 'disk', NO_ROOM)
    case 'limited':
      return again(facts, now, 'limited', 'The download is refused for now.', answer.said.retryAt)
    case 'blocked':
      return again(
        facts,
        now,
        'blocked',
        `The download address is not a public one, so it is not fetched: ${answer.cause}.`,
      )
    case 'troubled':
      return again(facts, now, 'troubled', 'The download did not start.')
  }
}

/** Why no whole clip came: the download broke off, the file fails the check, it never ends, or the disk refuses it. */
export type BadFile = 'cut' | 'bad' | 'too-large' | 'disk'

/** What a download means that broke off, or brought something that is not a whole clip; `why` is a sentence or a cause. */
export function decideBadFile(facts: JobFacts, code: BadFile, why: string, now: number): Decision {
  if (code === 'too-large') return quarantined('What came is larger than any clip. It was charged.', now)
  if (code === 'disk') return again(facts, now, code, `${why} Nothing is lost.`)
  if (code === 'cut') return again(facts, now, code, `The download broke off: ${why}`)
  if (timesBad(facts) + 1 >= BAD_FILES) {
    return quarantined(`What came is not a playable clip (${why}). It was charged; the file is kept as it came.`, now)
  }
  return again(facts, now, code, `What came is not a whole clip: ${why}.`)
}

const NO_ROOM = 'The disk of the media folder has no room. Nothing is lost: make room.'

const startAnew = ({ change, ledger }: Decision): Decision => ({ change: { ...change, partial: null }, ledger })

/** How often in a row: a dropped connection in between is another trouble. */
const timesBad = (facts: JobFacts) => (facts.note?.code === 'bad' ? facts.note.times : 0)

function goneLink(facts: JobFacts, said: string, now: number, kept: boolean): Decision {
  const before = facts.note?.code === 'gone' ? facts.note : null
  if (before && now - (before.since ?? now) >= 60_000) {
    if (kept) return quarantined('The download link is gone before all of it came. It was charged.', now, said)
    const why = 'The download link is gone and no file was received. It was charged; the media is gone there.'
    return { change: { state: 'lost', endedAt: now, note: null, problem: problem('gone', why, { said }) }, ledger: [] }
  }
  const dueAt = now + 60_000
  const sentence = 'The download link answers that the file is gone. It is asked once more before it counts as lost.'
  const note = problem('gone', sentence, { said, since: before?.since ?? now, retryAt: dueAt })
  return { change: { dueAt, failures: facts.failures + 1, note }, ledger: [] }
}

function quarantined(sentence: string, now: number, said: string | null = null): Decision {
  return {
    change: {
      state: 'quarantined',
      endedAt: now,
      partial: null,
      note: null,
      problem: problem('damaged', sentence, { said }),
    },
    ledger: [],
  }
}

function again(facts: JobFacts, now: number, code: string, sentence: string, retryAt: number | null = null): Decision {
  const dueAt = Math.max(retryAt ?? 0, now + backoffMs(facts.failures))
  const times = facts.note?.code === code ? facts.note.times + 1 : 1
  const note = problem(code, `${sentence} It is tried again.`, { retryAt: dueAt, times })
  return { change: { dueAt, failures: facts.failures + 1, note }, ledger: [] }
}
