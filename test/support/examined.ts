import { doctor } from '../../src/commands/doctor.ts'
import type { CheckName, Diagnosis, FindingCode, State } from '../../src/core/doctor.ts'
import type { ClientEvent } from '../../src/dingtalk/client.ts'
import type { Emulator } from '../../src/emulator/server.ts'
import type { Company } from './company.ts'

/** What the doctor is told in a test; everything else is as a healthy installation has it. */
export interface Circumstances {
  readonly environment?: { readonly [name: string]: string | undefined }
  readonly node?: string
  /** Milliseconds by which this machine's clock is ahead. */
  readonly ahead?: number
  readonly directory?: string
  readonly onEvent?: (event: ClientEvent) => void
}

/** The variables that lead to an emulator. */
export function environmentOf({ oapiUrl, apiUrl, clientId, clientSecret }: Emulator): Record<string, string> {
  return {
    DINGTALK_OAPI_URL: oapiUrl,
    DINGTALK_API_URL: apiUrl,
    DINGTALK_CLIENT_ID: clientId,
    DINGTALK_CLIENT_SECRET: clientSecret,
  }
}

/** Examines a company; real files, real HTTP. */
export async function examine(company: Company, circumstances: Circumstances = {}) {
  const { environment = {}, node = '20.20.2', ahead = 0, directory = company.folder, onEvent } = circumstances
  return await doctor({
    directory,
    environment: { ...environmentOf(company.emulator), ...environment },
    node,
    now: () => Date.now() + ahead,
    ...(onEvent && { onEvent }),
  })
}

/** The state of every check, by name. */
export function statesOf({ checks }: Diagnosis): { readonly [name in CheckName]?: State } {
  return Object.fromEntries(checks.map(({ name, state }) => [name, state]))
}

/** Everything that was found and is not fine: `credential: credential-wrong`. */
export function troubles({ checks }: Diagnosis): string[] {
  return checks.flatMap(({ name, findings }) =>
    findings.filter(({ state }) => state !== 'ok').map(({ code }) => `${name}: ${code}`),
  )
}

/** The facts of the first finding with this code. */
export function factsOf({ checks }: Diagnosis, code: FindingCode): object | undefined {
  return checks.flatMap(({ findings }) => findings).find((finding) => finding.code === code)?.facts
}
