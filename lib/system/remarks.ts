import type { Health, Remark, SystemView } from '@/lib/system/view'

/** What a person should know of the studio, the gravest first: what keeps it from working is said by `health`. */
export function remarksOn(health: Health, view: Omit<SystemView, 'remarks' | 'ready'>): Remark[] {
  const { disk, database, engine, tools, upstream } = view
  const remarks: (Remark | null)[] = [
    ...health.reasons,
    ...(database.integrity?.faults ?? []).map((fault): Remark => {
      const help = 'Stop the studio, keep a copy of the data folder, and restore the last backup.'
      return { code: 'integrity', sentence: `The database is damaged. ${help} SQLite says: ${fault}` }
    }),
    lowDisk(disk),
    engine.paused && engine.waiting > 0
      ? { code: 'paused', sentence: `Sending is paused: ${jobs(engine.waiting)} until you resume.` }
      : null,
    closed(upstream, view.now),
    troubled(upstream.answers),
    tools.ffmpeg === null
      ? {
          code: 'no-ffmpeg',
          sentence: 'ffmpeg was not found: posters and previews are made by the browser, while a page is open.',
        }
      : null,
  ]
  return remarks.filter((remark) => remark !== null)
}

const jobs = (count: number) => (count === 1 ? '1 job waits' : `${count} jobs wait`)
const megabytes = (bytes: number) => `${Math.floor(bytes / 1024 ** 2).toLocaleString('en-US')} MB`

/** How much is enough not to speak of, times the reserve. */
const PLENTY = 4

function lowDisk({ free, reserve }: SystemView['disk']): Remark | null {
  if (free === null || free >= reserve * PLENTY) return null
  const left = `The disk of the media folder has ${megabytes(free)} left.`
  const sentence =
    free < reserve
      ? `${left} Nothing is bought below ${megabytes(reserve)}: make room.`
      : `${left} Below ${megabytes(reserve)} nothing is bought.`
  return { code: 'room', sentence }
}

function closed({ closedUntil, host }: SystemView['upstream'], now: number): Remark | null {
  if (closedUntil === null) return null
  const seconds = Math.max(1, Math.round((closedUntil - now) / 1000))
  return { code: 'closed', sentence: `${host} takes no more requests for ${seconds} s: what is due waits that long.` }
}

/** When the latest answer to any call was no success. A job that is gone is answered with 404 or 410: that is no trouble. */
function troubled(answers: SystemView['upstream']['answers']): Remark | null {
  const [last] = answers.toSorted((one, other) => other.at - one.at)
  if (!last) return null
  if (last.status === null) return { code: 'upstream', sentence: `The last call, ${last.call}, had no answer.` }
  const { call, status } = last
  if (status === 401) {
    return { code: 'upstream', sentence: `The last call, ${call}, was refused with 401: check the key.` }
  }
  // A download that is refused is a link that ran out: another is asked for.
  if (status === 403 && call !== 'GET download') {
    const sentence = `The last call, ${call}, was refused with 403: this key may not do that, or not with that model.`
    return { code: 'upstream', sentence }
  }
  if (status < 500) return null
  return {
    code: 'upstream',
    sentence: `The last call, ${call}, failed with ${status}: the API is in trouble.`,
  }
}
