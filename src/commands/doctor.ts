import type { Diagnosis } from '../core/doctor.ts'
import type { Settings } from '../core/settings.ts'
import { Client, type ClientEvent, type ClientOptions } from '../dingtalk/client.ts'
import { readEnvironment } from '../dingtalk/environment.ts'
import { ask, meteredCalls } from './doctor/ask.ts'
import type { Answers, Hosts } from './doctor/evidence.ts'
import { type Looked, lookAtFiles } from './doctor/files.ts'
import { judge } from './doctor/judge.ts'

/** What is examined: a folder, the environment of the process, and its Node.js. */
export interface DoctorInput {
  readonly directory: string
  readonly environment: { readonly [name: string]: string | undefined }
  /** Version of Node.js: `20.20.2`. */
  readonly node: string
  /** Unix milliseconds by the clock of this machine. */
  readonly now: () => number
  readonly onEvent?: (event: ClientEvent) => void
}

/** What was found, and in which language the company reads it. */
export interface Examined {
  readonly diagnosis: Diagnosis
  readonly language: Settings['language']
}

/** Nobody waits long for a doctor: one repetition, and ten seconds for an answer. */
const PATIENCE = { attempts: 2, timeout: 10_000 }

/**
 * Examines an installation: environment, files, network, credential, permissions, scope, clock, quota and marks. Each
 * check says what it can even if all others fail. It reads only, and what it says holds neither secrets nor personal
 * data.
 */
export async function doctor(input: DoctorInput): Promise<Examined> {
  const looked = await lookAtFiles(input.directory)
  const read = readEnvironment(input.environment)
  const { node } = input
  const files = looked.evidence
  const { language } = looked.desired.settings
  if (!('options' in read)) return { diagnosis: judge({ node, environment: read, files }), language }
  const { options } = read
  const hosts = { oapi: new URL(options.oapiUrl).host, api: new URL(options.apiUrl).host }
  const environment = { hosts, ...(options.rate !== undefined && { rate: options.rate }) }
  const answers = await question(input, options, hosts, looked)
  return { diagnosis: judge({ node, environment, files, answers }), language }
}

async function question(input: DoctorInput, options: ClientOptions, hosts: Hosts, looked: Looked): Promise<Answers> {
  const { now, onEvent } = input
  const skews: number[] = []
  const client = new Client({
    ...options,
    ...PATIENCE,
    onEvent(event) {
      // Only who speaks as DingTalk does tells DingTalk's time: a proxy's page has a clock of its own.
      if (event.type === 'finished' && event.at !== undefined && !notDingTalk.test(event.code ?? ''))
        skews.push(now() - event.at)
      onEvent?.(event)
    },
  })
  try {
    const { desired, lock, evidence } = looked
    const answers = await ask(client, {
      credential: options,
      corp: desired.settings.corp,
      replace: evidence.states.replace,
      departments: Object.values(lock.resources['department'] ?? {})
        .map(({ id }) => Number(id))
        .filter((id) => id > 1),
      people: Object.values(lock.resources['user'] ?? {}).map(({ id }) => id),
    })
    const skew = skews.reduce<number | undefined>(
      (least, each) => (least === undefined || Math.abs(each) < Math.abs(least) ? each : least),
      undefined,
    )
    return { ...answers, hosts, metered: meteredCalls(client), ...(skew !== undefined && { skew }) }
  } finally {
    await client.close()
  }
}

const notDingTalk = /^(not-|redirected$|unexpected-answer$|http-)/
