import { existsSync } from 'node:fs'
import { dataFolder } from '@/lib/env'

/** Where `.env` and the environment say that the data are, and nothing else of the settings: those may be of another machine. */
export function readDataFolder(): string {
  if (existsSync('.env')) process.loadEnvFile('.env')
  return dataFolder()
}
