import type { GenerationView } from '@/lib/generations/view'

/** The clips of one calendar day, newest first. */
export interface DayGroup {
  /** `2026-09-14` */
  key: string
  /** `Today`, `Yesterday`, or the date. */
  title: string
  /** `Monday 14 September`; null when the title already says it. */
  date: string | null
  items: GenerationView[]
  /** Whether every clip of the day is here, so that its count and sum are true. */
  whole: boolean
  /** µUSD, of the clips here whose charge is known. */
  chargedMicroUsd: number
}

/**
 * Days of clips that come newest first. The last day may go on with the next page.
 * @param now ms since 1970
 * @param timeZone an IANA name; undefined for this machine's own
 */
export function groupByDay(items: GenerationView[], now: number, more: boolean, timeZone?: string): DayGroup[] {
  const keyOf = dayKeys(timeZone)
  const groups = new Map<string, GenerationView[]>()
  for (const item of items) {
    const key = keyOf(item.createdAt)
    const group = groups.get(key)
    if (group) group.push(item)
    else groups.set(key, [item])
  }
  const lastKey = [...groups.keys()].at(-1)
  return [...groups].map(([key, group]) => ({
    key,
    ...titleOf(group[0]?.createdAt ?? now, now, keyOf, timeZone),
    items: group,
    whole: !more || key !== lastKey,
    chargedMicroUsd: group.reduce((sum, { money }) => sum + chargeOf(money), 0),
  }))
}

const chargeOf = ({ label, microUsd }: GenerationView['money']) => (label === 'Charged' ? (microUsd ?? 0) : 0)

function dayKeys(timeZone: string | undefined): (at: number) => string {
  const format = new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' })
  return (at) => format.format(at)
}

function titleOf(at: number, now: number, keyOf: (at: number) => string, timeZone: string | undefined) {
  const date = dateWords(at, now, timeZone)
  const key = keyOf(at)
  if (key === keyOf(now)) return { title: 'Today', date }
  if (key === dayBefore(keyOf(now))) return { title: 'Yesterday', date }
  return { title: date, date: null }
}

function dateWords(at: number, now: number, timeZone: string | undefined): string {
  const year = (time: number) => new Intl.DateTimeFormat('en-GB', { timeZone, year: 'numeric' }).format(time)
  const format = new Intl.DateTimeFormat('en-GB', {
    timeZone,
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    ...(year(at) === year(now) ? {} : { year: 'numeric' }),
  })
  return format.format(at).replace(',', '')
}

// Counted on the calendar, not back from the clock: a day is not always 24 hours long.
function dayBefore(key: string): string {
  const day = new Date(`${key}T12:00:00Z`)
  day.setUTCDate(day.getUTCDate() - 1)
  return day.toISOString().slice(0, 10)
}
