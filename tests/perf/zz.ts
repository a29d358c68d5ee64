import { oracle, simulate, summary } from '@/tests/support/simulate-schedule'
for (const [jobs, seeds] of [[4,60],[10,60],[100,30],[500,4]] as const) {
const loads = Array.from({ length: seeds }, (_, at) => ({ jobs, seed: at + 1 }))
const s = summary(loads.map(simulate), loads.map(oracle))
console.log(jobs, s.retrievesPerJob.toFixed(2), s.p95LagS.toFixed(2), s.overOracle.toFixed(4))
}
