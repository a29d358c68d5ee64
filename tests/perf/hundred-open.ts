import { quantile, report } from '@/tests/perf/measure'
import { carryOpenJobs } from '@/tests/support/open-jobs'

// npx tsx --conditions=react-server tests/perf/hundred-open.ts: a hundred jobs open at once against the sandbox in a
// process of its own, its limits those of the API. Takes about fifteen minutes.

// So long that the first is not done before the last was sent: at 40 a minute that takes two minutes.
const models = [
  'lagoon-1-text-to-video',
  'tessera-3-text-to-video',
  'campanile-2-text-to-video',
  'barena-1-text-to-video',
]

const seen = await carryOpenJobs({ jobs: 100, speed: 0.06, models })
report('hundred_open_done', seen.states.filter((state) => state === 'done').length, 'jobs')
report('hundred_open_most_at_once', seen.mostOpen, 'jobs')
report('hundred_open_retrieves_per_job', seen.retrieves / 100, 'requests')
report('hundred_open_queues_in_fullest_minute', seen.mostQueuesAMinute, 'requests')
report('hundred_open_retrieves_in_fullest_minute', seen.mostRetrievesAMinute, 'requests')
report('hundred_open_429', seen.refused, 'answers')
report('hundred_open_failures_in_worst_30_s', seen.mostFailures, 'answers')
report('hundred_open_p95_lag', quantile(seen.lags, 0.95) / 1000, 's')
process.exit(0)
