// A company that lives in an emulator, as a process of its own: says where it is, and whenever it is asked (a line on
// standard input), how often it was called since.
import { createInterface } from 'node:readline'
import { startEmulator } from '../../src/emulator/server.ts'

const [people = '1000', rate = 'none'] = process.argv.slice(2)
const emulator = await startEmulator({
  seed: Number(people),
  rate: rate === 'none' ? Number.POSITIVE_INFINITY : Number(rate),
})
const { oapiUrl, apiUrl, clientId, clientSecret, log } = emulator
process.stdout.write(`${JSON.stringify({ oapiUrl, apiUrl, clientId, clientSecret })}\n`)
let told = 0
createInterface({ input: process.stdin }).on('line', () => {
  const calls: Record<string, number> = {}
  for (const { operation } of log.slice(told)) calls[operation ?? ''] = (calls[operation ?? ''] ?? 0) + 1
  told = log.length
  process.stdout.write(`${JSON.stringify(calls)}\n`)
})
process.once('SIGTERM', () => process.exit(0))
