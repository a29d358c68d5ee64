import type { GenerationView } from '@/lib/generations/view'

/** A sentence with at most one moment in it, which is written in the person's own time. */
export interface Telling {
  before: string
  /** ms since 1970 */
  at: number | null
  after: string
  /** Of moments that are hours away at most the time of day says enough. */
  soon: boolean
}

const say = (before: string, at: number | null = null, after = '.'): Telling => ({ before, at, after, soon: false })

/** What lies at Venice of a generation, until when, and what was deleted when; empty where nothing ever did. */
export function retentionWords({ state, remote }: Pick<GenerationView, 'state' | 'remote'>, now: number): Telling[] {
  const { until, clearedAt, nextAt } = remote
  switch (remote.state) {
    case 'none':
      return until === null ? [] : [say('Venice never said that it deleted its copy. It counts as gone since ', until)]
    case 'cleared':
      return [say('Deleted there on ', clearedAt)]
    case 'there':
      if (nextAt === null) return [why(state), ...limit(until, now)]
      if (clearedAt !== null) return [say('The clip was deleted there on ', clearedAt), ...limit(until, now)]
      return nextAt <= now
        ? [say('It is safe here and is being deleted there'), ...limit(until, now)]
        : [{ ...say(NOT_YET, nextAt), soon: true }, ...limit(until, now)]
  }
}

const NOT_YET = 'It is safe here, but not deleted there yet. That is asked for again at '

/** What is not safe here is never deleted there. */
function why(state: GenerationView['state']): Telling {
  if (state === 'quarantined') return say('What came is damaged, so Venice’s copy is kept for another try')
  if (state === 'failed') return say('It was given up before it came, so it may still lie there')
  return say('It stays there until it is safe here')
}

function limit(until: number | null, now: number): Telling[] {
  if (until === null) return [say('Venice does not say how long it would keep it')]
  return [until > now ? say('Its link works until ', until, ' at the latest.') : say('Its link ended on ', until)]
}
