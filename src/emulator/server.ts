import { randomBytes } from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { fieldsOf, parseBody, readBody } from './body.ts'
import type { CallRecord } from './call-record.ts'
import type { Company, User } from './company.ts'
import { Events } from './events/events.ts'
import { STREAM_PATH } from './events/stream.ts'
import { type Fault, FaultPlan } from './faults.ts'
import { Gateway } from './gateway.ts'
import type { Answer, Fields } from './handler.ts'
import { type AtOnce, execute } from './handlers.ts'
import { answered } from './invitations.ts'
import { mainAdministrator } from './organisation.ts'
import { Rate } from './rate.ts'
import type { Records } from './records.ts'
import { route } from './route.ts'
import { seedCompany } from './seed.ts'
import { State } from './state.ts'
import { loadCompany, saver } from './state-file.ts'
import { Storm, type StormOptions } from './storm.ts'
import type { Switches } from './switches.ts'

/** How to start an emulator. Everything has a default. */
export interface EmulatorOptions {
  /** 0 (default): a free one. */
  readonly port?: number
  /** `empty` (default): only the root department; `demo`: a small company; a number: a company of so many people. */
  readonly seed?: 'empty' | 'demo' | number
  /** Loaded at start if it exists (the seed is then ignored), and replaced after every write. */
  readonly stateFile?: string
  readonly clientId?: string
  readonly clientSecret?: string
  readonly corp?: string
  /** Calls a second for each API; default 20, as the standard edition; Infinity switches throttling off. */
  readonly rate?: number
  /** The clock, in Unix milliseconds; the Date header of answers shows it. Whoever holds it calls `events.tick()`. */
  readonly now?: () => number
  readonly switches?: Partial<Switches>
}

export type { CallRecord }

/** The company as tests compare it. */
export type Snapshot = Omit<Company, 'format' | 'counters' | 'users'> & {
  readonly users: readonly Omit<User, 'modified'>[]
}

/** A running DingTalk on loopback. */
export interface Emulator {
  readonly oapiUrl: string
  readonly apiUrl: string
  readonly clientId: string
  readonly clientSecret: string
  readonly corp: string
  readonly state: State
  readonly log: readonly CallRecord[]
  inject(fault: Fault): void
  /** From now on trouble at random strikes calls that no injected fault does. */
  storm(options: StormOptions): void
  /** Forgets the faults that are left, those of events too, and ends the storm. */
  clearFaults(): void
  /** The whole company as plain JSON, without counters: equal before and after means that nothing is different. */
  snapshot(): Snapshot
  /** Events: connections, deliveries, and what can go wrong with them. */
  readonly events: Events
  /**
   * Does what an administrator does in the console: no token, scope, rate, fault or log; the same rules. `operator` is
   * their userid, by default that of the main administrator; null: events name nobody.
   */
  console<Id extends AtOnce>(operation: Id, request: Fields<Id>, operator?: string | null): Answer
  /** Does what only the console can: administrators, the name of the company, who has signed in. Unchecked. */
  edit(change: (records: Records) => void, operator?: string | null): void
  /** What the person with this mainland mobile does with the invitation that waits for them. */
  answerInvitation(mobile: string, answer: 'accepted' | 'declined'): void
  close(): Promise<void>
}

/** Starts an emulator on 127.0.0.1; both of DingTalk's hosts are served on one port. */
export async function startEmulator(options: EmulatorOptions = {}): Promise<Emulator> {
  const { corp = 'dingcorp0001', clientId = 'dingemulator0001', now = Date.now, stateFile } = options
  const clientSecret = options.clientSecret ?? randomBytes(24).toString('hex')
  const stored = stateFile === undefined ? undefined : await loadCompany(stateFile)
  const company = stored ?? seedCompany(options.seed ?? 'empty', corp, options.switches)
  const state = new State(company, { clientId, clientSecret }, now, options.switches)
  const faults = new FaultPlan()
  const log: CallRecord[] = []
  const save = stateFile === undefined ? async () => {} : saver(stateFile, () => state.records.company(state.corp))
  if (stored === undefined) await save()
  const events = new Events(state, options.now === undefined)
  const gateway = new Gateway({ state, faults, rate: new Rate(options.rate ?? 20, now), save, log, events })
  const server = createServer((request, response) => {
    serve(gateway, request, response).catch((error: unknown) => {
      const bug = `the emulator failed: ${error instanceof Error ? error.stack : error}\n`
      if (!response.headersSent) response.writeHead(500, { 'content-type': 'text/plain;charset=utf-8' })
      response.end(bug)
    })
  })
  server.on('upgrade', (request, socket, head) => events.upgrade(request, socket, head))
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject).listen(options.port ?? 0, '127.0.0.1', resolve)
  })
  const address = `127.0.0.1:${(server.address() as AddressInfo).port}`
  const url = `http://${address}`
  state.streamUrl = `ws://${address}${STREAM_PATH}`
  /** What somebody does outside the API, told under their name. */
  const by = <T>(operator: string | null, work: () => T): T => {
    events.note()
    const done = work()
    events.note(operator ?? undefined)
    return done
  }
  return {
    oapiUrl: url,
    apiUrl: url,
    clientId,
    clientSecret,
    corp: state.corp,
    state,
    log,
    inject: (fault) => faults.inject(fault),
    storm(options) {
      faults.storm = new Storm(options, now)
    },
    clearFaults() {
      faults.clear()
      events.clearFaults()
    },
    snapshot: () => snapshot(state),
    events,
    console: (operation, request, operator = mainAdministrator(state)) =>
      by(operator, () => execute(operation, state.with({ scope: { departments: [1], users: [] } }), request)),
    edit: (change, operator = mainAdministrator(state)) => by(operator, () => change(state.records)),
    answerInvitation(mobile, answer) {
      const request = answered(state, mobile, answer)
      if (answer === 'accepted') by(null, () => execute('createUser', state, request as Fields<'createUser'>))
    },
    close: async () => {
      const closed = new Promise((resolve) => server.close(resolve))
      events.close()
      server.closeAllConnections()
      await closed
      await save()
    },
  }
}

function snapshot(state: State): Snapshot {
  const { format: _format, counters: _counters, users, ...rest } = state.records.company(state.corp)
  return structuredClone({ ...rest, users: users.map(({ modified: _modified, ...user }) => user) })
}

async function serve(gateway: Gateway, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { pathname, searchParams } = new URL(request.url ?? '/', 'http://127.0.0.1')
  const method = request.method ?? 'GET'
  const text = await readBody(request)
  const found = route(method, pathname)
  const query = fieldsOf(searchParams)
  const type = request.headers['content-type'] ?? ''
  const body = text === undefined ? undefined : parseBody(type, text)
  const sent = ['GET', 'DELETE'].includes(method) ? { form: true, fields: query } : body
  const header = request.headers['x-acs-dingtalk-access-token']
  await gateway.answer(
    {
      route: found,
      path: pathname,
      header: typeof header === 'string' ? header : undefined,
      query: query['access_token'],
      address: request.socket.remoteAddress ?? '',
      sent: sent && { ...sent, fields: { ...sent.fields, ...found.parameters } },
    },
    response,
  )
}
