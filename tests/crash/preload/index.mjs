// node --import ./tests/crash/preload/index.mjs: counts the boundaries of a job's life and kills this process at one.
// The product knows nothing of it.
import { watchDatabase } from './database.mjs'
import { watchFiles } from './files.mjs'
import { watchNetwork } from './network.mjs'

watchDatabase()
watchNetwork()
await watchFiles()
