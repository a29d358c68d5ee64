import { pathToFileURL } from 'node:url'
import { report } from '@/tests/perf/measure'
import { type Load, oracle, simulate, simulateNaive, summary } from '@/tests/support/simulate-schedule'

const SEEDS = 30
const LOADS = [10, 100, 500]
const VARIANTS: Record<string, Partial<Load>> = {
  schedule: {},
  schedule_average_40_percent_high: { averageFactor: 1.4 },
  schedule_sigma_0_6: { sigma: 0.6 },
  schedule_5_percent_six_times: { stragglers: 0.05 },
}

/**
 * Simulates the loads of the schedule's table with the code that runs in production, beside a loop of 5 s per job and
 * an oracle that knows when each job ends: requests and lag, no network.
 */
export function measureSchedule(): void {
  for (const [name, variant] of Object.entries(VARIANTS)) {
    for (const jobs of LOADS) {
      const loads = Array.from({ length: SEEDS }, (_, at) => ({ ...variant, jobs, seed: at + 1 }))
      const best = loads.map(oracle)
      tell(`${name}_${jobs}`, summary(loads.map(simulate), best))
      if (name === 'schedule') tell(`naive_${jobs}`, summary(loads.map(simulateNaive), best))
      tell(`${name}_${jobs}_oracle`, summary(best, best))
    }
  }
}

function tell(name: string, { retrievesPerJob, p95LagS, overOracle, refused }: ReturnType<typeof summary>): void {
  report(`${name}_retrieves_per_job`, retrievesPerJob, 'requests')
  report(`${name}_p95_lag`, p95LagS, 's')
  report(`${name}_turnaround_over_oracle`, overOracle, 'x')
  report(`${name}_429`, refused / SEEDS, 'answers')
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) measureSchedule()
