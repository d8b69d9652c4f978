import { type ChildProcess, spawn } from 'node:child_process'
import { join } from 'node:path'
import type { Emulator } from '../../src/emulator/server.ts'

/** What a finished run of the real program left behind. */
export interface Finished {
  readonly code: number | null
  readonly stdout: string
  readonly stderr: string
}

export interface RunOptions {
  readonly emulator?: Emulator
  readonly env?: NodeJS.ProcessEnv
  readonly cwd?: string
  /** What is piped into its standard input. */
  readonly input?: string
  readonly onStart?: (child: ChildProcess) => void
  /** Called with everything on stderr and stdout so far, whenever there is more. */
  readonly onOutput?: (text: string, child: ChildProcess) => void
}

/** What lets a process go as fast as it can: no rate, and no lag, for the emulator shows every write at once. */
export const quickEnvironment = { PATH: process.env['PATH'], ROLLBOOK_RATE: '5000', ROLLBOOK_READ_LAG: '0' }

/** Where a process finds this DingTalk. */
export function addressesOf({ oapiUrl, apiUrl }: Emulator): NodeJS.ProcessEnv {
  return { DINGTALK_OAPI_URL: oapiUrl, DINGTALK_API_URL: apiUrl }
}

/** What a process signs in with. */
export function credentialOf({ clientId, clientSecret }: Emulator): NodeJS.ProcessEnv {
  return { DINGTALK_CLIENT_ID: clientId, DINGTALK_CLIENT_SECRET: clientSecret }
}

/** The built program as a process of its own, without a terminal; the environment holds nothing but what is given. */
export function rollbook(args: readonly string[], options: RunOptions = {}): Promise<Finished> {
  const { emulator } = options
  const child = spawn(process.execPath, [join(import.meta.dirname, '../../dist/cli.js'), ...args], {
    cwd: options.cwd ?? process.cwd(),
    stdio: ['pipe', 'pipe', 'pipe'],
    env: {
      LANG: 'en_US.UTF-8',
      ...quickEnvironment,
      ...(emulator !== undefined && { ...addressesOf(emulator), ...credentialOf(emulator) }),
      ...options.env,
    },
  })
  // A program that ends without reading closes the pipe: that is no failure.
  child.stdin.on('error', () => {}).end(options.input ?? '')
  options.onStart?.(child)
  let stdout = ''
  let stderr = ''
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    stdout += text
    options.onOutput?.(stdout + stderr, child)
  })
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    stderr += text
    options.onOutput?.(stdout + stderr, child)
  })
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('close', (code) => resolve({ code, stdout, stderr }))
  })
}
