import { afterEach } from 'vitest'
import { contract } from '../../src/dingtalk/contract.ts'
import type { OperationId } from '../../src/dingtalk/operation.ts'
import { type Emulator, type EmulatorOptions, startEmulator } from '../../src/emulator/server.ts'

/** Fields as a program holds them: csv fields are texts already, `extension` is JSON text. */
export type Fields = Readonly<Record<string, unknown>>

/** How a body travels: JSON with real types, JSON whose scalars are all text, or a form. */
export type Form = 'json' | 'text' | 'form'
export const forms: readonly Form[] = ['json', 'text', 'form']

export interface Answered {
  readonly status: number
  readonly text: string
  // biome-ignore lint/suspicious/noExplicitAny: answers are looked into by path, and what is not there must fail the test
  readonly body: any
}

/** An emulator and a token for it. Nothing of our own client is involved: plain HTTP. */
export interface Company {
  readonly emulator: Emulator
  token: string
  call(operation: OperationId, fields?: Fields, form?: Form): Promise<Answered>
}

const running: Emulator[] = []
afterEach(async () => {
  await Promise.all(running.splice(0).map((emulator) => emulator.close()))
})

/** Starts an emulator that is closed after the test; without throttling, unless the test states a rate. */
export async function start(options: EmulatorOptions = {}): Promise<Company> {
  const emulator = await startEmulator({ rate: Number.POSITIVE_INFINITY, ...options })
  running.push(emulator)
  const company: Company = {
    emulator,
    token: emulator.state.tokens.give(),
    call: (operation, fields = {}, form = 'json') => call(company, operation, fields, form),
  }
  return company
}

async function call(company: Company, id: OperationId, fields: Fields, form: Form): Promise<Answered> {
  const { method, path, host, token } = contract.operations[id]
  const rest = { ...fields }
  const filled = path.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = String(rest[name])
    delete rest[name]
    return encodeURIComponent(value)
  })
  const url = new URL(filled, host === 'api' ? company.emulator.apiUrl : company.emulator.oapiUrl)
  if (token === 'query') url.searchParams.set('access_token', company.token)
  if (method === 'GET') for (const [name, value] of Object.entries(rest)) url.searchParams.set(name, String(value))
  return post(String(url), {
    method,
    ...(method !== 'GET' && { body: encode(rest, form) }),
    headers: {
      ...(method !== 'GET' && { 'content-type': types[form] }),
      ...(token === 'header' && { 'x-acs-dingtalk-access-token': company.token }),
    },
  })
}

/** One request, and its answer as bytes and as JSON where it is any. */
export async function post(url: string, init: RequestInit): Promise<Answered> {
  const response = await fetch(url, init)
  const text = await response.text()
  const json = response.headers.get('content-type')?.includes('json')
  return { status: response.status, text, body: json ? JSON.parse(text) : undefined }
}

const types = {
  json: 'application/json',
  text: 'application/json;charset=utf-8',
  form: 'application/x-www-form-urlencoded;charset=utf-8',
}

/** A 64-bit integer that is sent with all its digits. */
export class Digits {
  readonly text: string
  constructor(text: string) {
    this.text = text
  }
  toJSON(): string {
    return `#${this.text}#`
  }
}

function encode(fields: Fields, form: Form): string {
  if (form === 'json') return json(fields)
  if (form === 'text') return json(asTexts(fields, true))
  const entries = Object.entries(fields).map(([name, value]) => [name, isScalar(value) ? scalar(value) : json(value)])
  return String(new URLSearchParams(Object.fromEntries(entries)))
}

function json(value: unknown): string {
  return JSON.stringify(value).replace(/"#(-?\d+)#"/g, '$1')
}

/** As the official Java SDK sends it: scalars are texts, and `extension` is an object when its text is JSON. */
function asTexts(value: unknown, top = false): unknown {
  if (isScalar(value)) return scalar(value)
  if (Array.isArray(value)) return value.map((item) => asTexts(item))
  return Object.fromEntries(
    Object.entries(value as Fields).map(([name, field]) => [
      name,
      top && name === 'extension' && typeof field === 'string' ? JSON.parse(field) : asTexts(field),
    ]),
  )
}

function isScalar(value: unknown): boolean {
  return typeof value !== 'object' || value instanceof Digits
}

function scalar(value: unknown): string {
  return value instanceof Digits ? value.text : String(value)
}

/** A small company through the console: departments 研发 (with 后端 below) and 市场, 李雷 and 韩梅梅 in 研发. */
export async function smallCompany(options: EmulatorOptions = {}) {
  const company = await start(options)
  const { emulator } = company
  const department = (name: string, parent_id = 1) =>
    (emulator.console('createDepartment', { name, parent_id })['result'] as { dept_id: number }).dept_id
  const rd = department('研发')
  const backend = department('后端', rd)
  const market = department('市场')
  emulator.console('createUser', { userid: 'lilei', name: '李雷', mobile: '10000000001', dept_id_list: [rd] })
  emulator.console('createUser', { userid: 'hanmeimei', name: '韩梅梅', mobile: '10000000002', dept_id_list: [rd] })
  return { ...company, call: company.call, rd, backend, market }
}
