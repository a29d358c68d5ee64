import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { startSandbox } from './server'

/** `npm run sandbox -- --port 3299 --dir ./data/sandbox --speed 1 --key sandbox --balance 100 --models answer.json` */
async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      port: { type: 'string', default: '3299' },
      dir: { type: 'string', default: join('data', 'sandbox') },
      speed: { type: 'string', default: '1' },
      key: { type: 'string', default: 'sandbox' },
      balance: { type: 'string', default: '100' },
      models: { type: 'string' },
    },
  })
  const sandbox = await startSandbox({
    dir: values.dir,
    port: Number(values.port),
    apiKey: values.key,
    speed: Number(values.speed),
    balanceUsd: Number(values.balance),
    models: values.models,
  })
  process.stdout.write(
    [
      `The sandbox listens at ${sandbox.url} and accepts the key "${values.key}". Nothing real is spent.`,
      'Point the studio at it:',
      `  VENICE_API_KEY=${values.key} VENICE_API_BASE_URL=${sandbox.url} npm start`,
      '',
    ].join('\n'),
  )
  const stop = () => void sandbox.close().then(() => process.exit(0))
  process.once('SIGINT', stop)
  process.once('SIGTERM', stop)
}

main().catch((cause: unknown) => {
  process.stderr.write(`The sandbox could not start: ${cause instanceof Error ? cause.message : String(cause)}\n`)
  process.exitCode = 1
})
