import { type PullInput, pull } from '../../src/commands/pull.ts'
import type { PullReport } from '../../src/core/pull-report.ts'
import { Client } from '../../src/dingtalk/client.ts'
import type { Company } from './company.ts'

/** Pulls into a company's folder, with a client of its own as in real life. */
export async function pulled(company: Company, more: Partial<PullInput> = {}): Promise<PullReport> {
  const { oapiUrl, apiUrl, clientId, clientSecret } = company.emulator
  const client = new Client({ oapiUrl, apiUrl, clientId, clientSecret, rate: 10_000 })
  try {
    return await pull({ directory: company.folder, client, credential: { clientId, clientSecret }, ...more })
  } finally {
    await client.close()
  }
}
