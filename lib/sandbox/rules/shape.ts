import type { SandboxModel } from '../catalogue'
import { type Issue, issue } from './issue'
import { longerThan } from './lengths'
import type { QuoteRequest } from './schema'

const SOURCE_MATCHED_DURATIONS = ['-1', 'auto']
const SOURCE_MATCHED_ASPECTS = ['adaptive', 'auto']

type Shape = Pick<QuoteRequest, 'duration' | 'resolution' | 'aspect_ratio' | 'upscale_factor'>

/** What the model offers, and nothing else: the same for a quote and for a queue request. */
export function shapeIssues(model: SandboxModel, asked: Shape): Issue[] {
  const { durations, resolutions, aspect_ratios } = model.entry.model_spec.constraints
  const issues: Issue[] = []
  if (!durations.includes(asked.duration)) issues.push(notOffered('duration', asked.duration, durations))
  if (asked.aspect_ratio !== undefined) {
    if (aspect_ratios.length === 0) issues.push(notTaken('aspect_ratio'))
    else if (!aspect_ratios.includes(asked.aspect_ratio)) {
      issues.push(notOffered('aspect_ratio', asked.aspect_ratio, aspect_ratios))
    }
  }
  if (model.abilities.upscale) {
    if (asked.resolution !== undefined) {
      issues.push(issue('resolution', 'Use upscale_factor instead of resolution for this model'))
    }
    return issues
  }
  if (asked.upscale_factor !== undefined) issues.push(notTaken('upscale_factor'))
  if (asked.resolution !== undefined) {
    if (resolutions.length === 0) issues.push(notTaken('resolution'))
    else if (!resolutions.includes(asked.resolution)) {
      issues.push(notOffered('resolution', asked.resolution, resolutions))
    }
  }
  return issues
}

/** The reference videos of a request, all together; null: none. Without seconds they cannot be read. */
export type Source = { seconds?: number } | null

/** "source must be 4–30s" (`duration`). */
const SOURCE_SECONDS = { least: 4, most: 30 }

/** Durations and ratios taken from the source clip need a source clip beside them, and one of a length that is made. */
export function sourceMatchedIssues(asked: Shape, source: Source, where: string): Issue[] {
  const followsLength = SOURCE_MATCHED_DURATIONS.includes(asked.duration)
  if (source) return followsLength ? sourceLengthIssues(source) : []
  const issues: Issue[] = []
  if (followsLength) issues.push(issue('duration', `duration "${asked.duration}" requires ${where}`))
  if (asked.aspect_ratio !== undefined && SOURCE_MATCHED_ASPECTS.includes(asked.aspect_ratio)) {
    issues.push(issue('aspect_ratio', `aspect_ratio "${asked.aspect_ratio}" requires ${where}`))
  }
  return issues
}

function sourceLengthIssues({ seconds }: NonNullable<Source>): Issue[] {
  const { least, most } = SOURCE_SECONDS
  if (seconds === undefined || (seconds >= least && !longerThan(seconds, most))) return []
  return [issue('duration', `The source must be ${least} to ${most} seconds long, got ${seconds}`)]
}

export function notTaken(field: string): Issue {
  return issue(field, `${field} is not supported by this model`, 'unrecognized_keys')
}

function notOffered(field: string, given: string, offered: string[]): Issue {
  return issue(field, `Invalid ${field} "${given}". Expected one of: ${offered.join(', ')}`, 'invalid_value')
}
