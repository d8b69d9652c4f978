import { createHash } from 'node:crypto'
import type { FileTree } from '../support/files.ts'
import type { Keeper } from '../support/sealed.ts'

/** What must be found nowhere: 200 values of people and the secrets of an installation, and the forms they can take. */

/** A planted value and where it was planted, for the report of a leak. */
export interface Canary {
  readonly name: string
  readonly value: string
}

/** The secrets that the environment holds. */
export const secrets = {
  clientSecret: 'Cn4ry-app-secret/5f1b+7c2e=9d',
  userToken: 'cn4ryuser0token1a2b3c4d5e6f',
} as const

/** A value of each sort by the number of its person: nothing else in the world looks like it. */
export const sorts = {
  mobile: (n: number) => `1007777${1000 + n}`,
  telephone: (n: number) => `6093${1000 + n}`,
  email: (n: number) => `canary${n}.quill@mail.example`,
  org_email: (n: number) => `canary${n}.office@corp.example`,
  login_email: (n: number) => `canary${n}.door@mail.example`,
  init_password: (n: number) => `Cn4ry-${n}-Secr3t`,
  exclusive_mobile: (n: number) => `1007888${1000 + n}`,
} as const
export type Sort = keyof typeof sorts

/** Who has which value. The numbers below 100 stand in files, those from 100 in files and sealed, from 200 in DingTalk. */
const planted: readonly (readonly [Sort, from: number, to: number])[] = [
  ['mobile', 1, 40],
  ['email', 1, 40],
  ['telephone', 1, 30],
  ['org_email', 1, 10],
  ['login_email', 11, 20],
  ['init_password', 41, 50],
  ['exclusive_mobile', 41, 45],
  ['telephone', 61, 65],
  ['mobile', 101, 110],
  ['email', 101, 110],
  ['telephone', 101, 105],
  ['init_password', 141, 142],
  ['mobile', 201, 212],
  ['email', 201, 212],
  ['telephone', 201, 205],
]

/** Every value of a person or department that a world of canaries holds. */
export const canaries: readonly Canary[] = planted.flatMap(([sort, from, to]) =>
  numbers(from, to).map((n) => ({ name: `${sort} ${n}`, value: sorts[sort](n) })),
)

/** The numbers of the people who have a value of a sort, within a range. */
function having(sort: Sort, n: number): boolean {
  return planted.some(([planted, from, to]) => planted === sort && from <= n && n <= to)
}

function numbers(from: number, to: number): number[] {
  return Array.from({ length: to - from + 1 }, (_, index) => from + index)
}

/** A person of this number as DingTalk's console would make it. */
export function inDingTalk(n: number) {
  return {
    userid: userid(n),
    name: `成员${n}`,
    mobile: sorts.mobile(n),
    email: sorts.email(n),
    ...(having('telephone', n) && { telephone: sorts.telephone(n) }),
    dept_id_list: [1],
  }
}

export const userid = (n: number) => `person${n}`

/** The files of the company: everything HR would write. */
export async function companyFiles(keeper: Keeper): Promise<FileTree> {
  const files: { [path: string]: string } = {
    'rollbook.yaml': 'version: 1\ncorp: dingcorp0001\ndeletions: {users: enabled}\n',
    '.recipients': `${keeper.recipient}\n`,
    'roles/岗位.yaml': 'roles:\n- {name: 会计, members: [person1]}\n',
  }
  for (const n of numbers(61, 65))
    files[`departments/部门${n}/department.yaml`] = `telephone: "${sorts.telephone(n)}"\nmanagers: [person${n - 60}]\n`
  for (const n of numbers(1, 40)) {
    const mobile = n % 2 === 0 ? `+86-${sorts.mobile(n)}` : sorts.mobile(n)
    const lines = [`userid: ${userid(n)}`, `name: 员工${n}`, `mobile: "${mobile}"`, `email: ${sorts.email(n)}`]
    for (const sort of ['telephone', 'org_email', 'login_email'] as const)
      if (having(sort, n)) lines.push(`${sort}: ${sorts[sort](n)}`)
    files[`departments/部门${61 + ((n - 1) % 5)}/${userid(n)}.yaml`] = `${lines.join('\n')}\n`
  }
  files['departments/accounts.yaml'] = numbers(41, 50)
    .map((n) => account(n, sorts.init_password(n), having('exclusive_mobile', n) ? sorts.exclusive_mobile(n) : null))
    .join('')
  const sealed: string[] = []
  for (const n of numbers(101, 110)) {
    const lines = [`- userid: ${userid(n)}\n  name: 密封${n}\n`]
    for (const sort of ['mobile', 'email', 'telephone'] as const)
      if (having(sort, n)) lines.push(`  ${sort}: ${await keeper.seal(userid(n), sort, sorts[sort](n))}\n`)
    sealed.push(lines.join(''))
  }
  for (const n of numbers(141, 142))
    sealed.push(account(n, await keeper.seal(userid(n), 'init_password', sorts.init_password(n)), null))
  files['departments/sealed.yaml'] = sealed.join('')
  return files
}

function account(n: number, password: string, mobile: string | null): string {
  const own = mobile === null ? '' : `  exclusive_mobile: "${mobile}"\n`
  return `- userid: ${userid(n)}\n  name: 账号${n}\n  exclusive_account: true\n  exclusive_account_type: dingtalk\n  login_id: login${n}\n  init_password: ${password}\n${own}`
}

/** Finds canaries in a text in every form in which a program could print them. */
export class Cage {
  readonly #byStart = new Map<string, { readonly text: string; readonly name: string }[]>()

  constructor(all: readonly Canary[]) {
    for (const { name, value } of all)
      for (const [form, text] of formsOf(value)) {
        if (text.length < LEAST) throw new Error(`${name} as ${form} is too short to be looked for`)
        const start = text.slice(0, LEAST)
        const list = this.#byStart.get(start) ?? []
        list.push({ text, name: `${name} (${form})` })
        this.#byStart.set(start, list)
      }
  }

  /** Which canaries a text holds, with what stands around each of the first. */
  escaped(text: string): string[] {
    const found = new Map<string, string>()
    for (let at = 0; at + LEAST <= text.length; at++)
      for (const { text: form, name } of this.#byStart.get(text.slice(at, at + LEAST)) ?? [])
        if (text.startsWith(form, at) && !found.has(name))
          found.set(name, text.slice(Math.max(0, at - 60), at + form.length + 20))
    return [...found].map(([name, around]) => `${name}: …${around}…`)
  }
}

const LEAST = 8

/** A value as it stands and encoded, and what an unkeyed digest of it would be: a mobile is guessed from one in minutes. */
function formsOf(value: string): [form: string, text: string][] {
  const forms: [string, string][] = [
    ['as it is', value],
    ['in a URL', encodeURIComponent(value)],
    ['in hex', Buffer.from(value).toString('hex')],
    ...[0, 1, 2].map((offset): [string, string] => ['in base64', base64Inside(value, offset)]),
  ]
  const [name = value] = value.split('@')
  if (name !== value) forms.push(['without its host', name])
  const isMobile = /^1\d{10}$/.test(value)
  if (isMobile) forms.push(['in groups', `${value.slice(0, 3)} ${value.slice(3, 7)} ${value.slice(7)}`])
  if (isMobile) forms.push(['with hyphens', `${value.slice(0, 3)}-${value.slice(3, 7)}-${value.slice(7)}`])
  for (const text of isMobile ? [value, `+86-${value}`, `86${value}`] : [value])
    for (const algorithm of ['md5', 'sha1', 'sha256'])
      for (const encoding of ['hex', 'base64', 'base64url'] as const)
        forms.push([`${algorithm} in ${encoding}`, createHash(algorithm).update(text).digest(encoding).slice(0, 16)])
  return forms
}

/** The part of a value's base64 that does not depend on what stands around it, behind so many bytes. */
function base64Inside(value: string, offset: number): string {
  const text = Buffer.from('\u0000'.repeat(offset) + value).toString('base64')
  return text.slice(Math.ceil((offset * 8) / 6), Math.floor(((offset + Buffer.byteLength(value)) * 8) / 6))
}
