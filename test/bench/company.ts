// The other side of the benchmark, as a process of its own: writes a made-up company of the given size, holds it in an
// emulator without a rate limit, and says where both are.
import { startEmulator } from '../../src/emulator/server.ts'
import { writeOrganisation } from '../support/organisation.ts'

const [folder = '', people = '1000'] = process.argv.slice(2)
await writeOrganisation(folder, { people: Number(people), seed: 1 })
const { oapiUrl, apiUrl, clientId, clientSecret } = await startEmulator({ rate: Number.POSITIVE_INFINITY })
process.stdout.write(`${JSON.stringify({ oapiUrl, apiUrl, clientId, clientSecret })}\n`)
process.once('SIGTERM', () => process.exit(0))
