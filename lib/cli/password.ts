import { createInterface } from 'node:readline/promises'
import { hashPassword, LONGEST_PASSWORD, SHORTEST_PASSWORD } from '@/lib/access/password'
import { fail, say } from '@/lib/cli/prepare'

// npm run password: reads a password from the terminal or a pipe, and prints the line for `.env` that holds its hash.

const lines = createInterface({ input: process.stdin, output: process.stderr })
const password = await lines.question(`Password, ${SHORTEST_PASSWORD} characters or more (it is shown as you type): `)
lines.close()
if (password.length < SHORTEST_PASSWORD || password.length > LONGEST_PASSWORD) {
  fail(`A password must have ${SHORTEST_PASSWORD} to ${LONGEST_PASSWORD} characters.`)
}
say(`SQUERO_PASSWORD_HASH=${await hashPassword(password)}`)
