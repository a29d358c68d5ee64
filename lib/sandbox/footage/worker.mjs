import { parentPort } from 'node:worker_threads'
import { film } from './film.mjs'

/** Films one order after the other; answers each with whether the file is there. */
parentPort?.on('message', async ({ order, path }) => {
  try {
    await film(order, path)
    parentPort?.postMessage({ filmed: true })
  } catch (cause) {
    process.stderr.write(`sandbox footage: ${cause instanceof Error ? cause.stack : cause}\n`)
    parentPort?.postMessage({ filmed: false })
  }
})
