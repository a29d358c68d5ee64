import type { ModelOffer, ShotLimits } from '@/lib/models/offer'

/** One line of a prompt that is a list of shots. */
export interface Shot {
  seconds: number
  /** What happens in it. */
  words: string
}

/** The vendor's guide of references ("Multi-shot storyboarding"): `Shot 1 (5s): …`, each on lines of its own. */
const HEADING = /^Shot (\d+) \((\d+)s\):[ \t]*/gm

/** The shots of a prompt in their order; none when it is written as one. What stands before the first is not part of them. */
export function shotsOf(prompt: string): Shot[] {
  const headings = [...prompt.matchAll(HEADING)]
  return headings.map((heading, at) => ({
    seconds: Number(heading[2]),
    words: prompt.slice(heading.index + heading[0].length, headings[at + 1]?.index).trim(),
  }))
}

/** Seconds of all shots together. */
export function shotSeconds(shots: readonly Shot[]): number {
  return shots.reduce((sum, { seconds }) => sum + seconds, 0)
}

/** The prompt with these shots, numbered anew; what stood before the first stays. */
export function withShots(prompt: string, shots: readonly Shot[]): string {
  const [first] = prompt.matchAll(HEADING)
  const before = first ? prompt.slice(0, first.index) : ''
  const lines = shots.map(({ seconds, words }, at) => `Shot ${at + 1} (${seconds}s): ${words}`)
  return `${before}${lines.join('\n\n')}`
}

/** The prompt with one shot more, as long as there is room for; a prompt without shots becomes the first of two. */
export function addShot(prompt: string, wholeSeconds: number, limits: ShotLimits): string {
  const written = shotsOf(prompt)
  const shots = written.length > 0 ? written : [{ seconds: firstOfTwo(wholeSeconds, limits), words: prompt.trim() }]
  const left = limits.together - shotSeconds(shots)
  return withShots(prompt, [...shots, { seconds: Math.max(limits.least, Math.min(left, 5)), words: '' }])
}

function firstOfTwo(wholeSeconds: number, { least, together }: ShotLimits): number {
  return Math.min(Math.max(wholeSeconds, least), together - least)
}

/** Why a list of shots is not taken, as a sentence for the prompt; null where it is, or there is none. */
export function shotProblem({ shots: limits }: Pick<ModelOffer, 'shots'>, prompt: string): string | null {
  const shots = limits ? shotsOf(prompt) : []
  if (!limits || shots.length === 0) return null
  const short = shots.findIndex(({ seconds }) => seconds < limits.least)
  if (short >= 0) return `Make shot ${short + 1} at least ${limits.least} s long.`
  const together = shotSeconds(shots)
  return together > limits.together
    ? `The shots come to ${together} s: shorten them to ${limits.together} s in all.`
    : null
}
