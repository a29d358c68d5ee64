import { startStudio, wakeEngine } from '@/lib/engine/studio'
import { submitGeneration } from '@/lib/generations/submit'
import type { Intent } from '@/lib/generations/view'
import { pricedIntent, smallestInput } from '@/tests/support/studio'

// A studio's process of its own: presses Generate many times at once when told to, and lives until it is killed.
// node --conditions=react-server --import tsx tests/support/press-many.ts MODEL HOW_MANY

const [model = '', howMany = '0'] = process.argv.slice(2)

await startStudio()
const prompts = Array.from({ length: Number(howMany) }, (_, at) => `${process.pid} presses ${at}`)
const intents: Intent[] = []
// One after another: the first is asked for, the others have the same price.
for (const prompt of prompts) intents.push(await pricedIntent(await smallestInput(model, prompt)))
process.stdout.write('ready\n')
process.stdin.once('data', async () => {
  const results = await Promise.all(intents.map(submitGeneration))
  wakeEngine()
  process.stdout.write(`${JSON.stringify(results.map((result) => result.kind))}\n`)
})
