import { causeOf } from '../../dingtalk/cause.ts'
import type { Client } from '../../dingtalk/client.ts'
import { contract } from '../../dingtalk/contract.ts'
import { DingTalkError } from '../../dingtalk/error.ts'
import type { ResponseOf } from '../../dingtalk/operation.ts'
import { proveCompany } from '../../io/company.ts'
import { keyOfMarker } from '../../kinds/department/remote.ts'
import type { Answer, Answers, Marks, Scopes } from './evidence.ts'

/** What to ask about: the company that the files name, and what the lock lists. */
export interface Questions {
  readonly credential: { readonly clientId: string; readonly clientSecret: string }
  readonly corp: string | null
  readonly replace: boolean
  readonly departments: readonly number[]
  readonly people: readonly string[]
}

/** So many marks are looked at, evenly spread, and so many people: one call each. */
const MARKS = 100
const PEOPLE = 5
const SCOPE_NAMES = 10
/** A mobile that nobody has: no Chinese number begins with 100. */
const NOBODY = '10000000000'

/**
 * Asks DingTalk by reading calls only, each of them one that a plan makes too. A call that fails becomes an answer; where
 * there is no token nothing else is asked.
 */
export async function ask(client: Client, questions: Questions): Promise<Omit<Answers, 'hosts' | 'skew' | 'metered'>> {
  const { clientId, clientSecret } = questions.credential
  const token = await answer(client.call('getAppAccessToken', { appKey: clientId, appSecret: clientSecret }))
  if ('error' in token) return { token }
  const [scopes, headCount, tree, members, byMobile, company] = await Promise.all([
    answer(client.call('getAuthScopes', {})),
    answer(client.call('countUsers', { only_active: false }).then(({ result }) => Number(result?.count))),
    answer(client.call('listSubDepartments', { dept_id: 1 })),
    answer(client.call('listUsers', { dept_id: 1, cursor: 0, size: 10, contain_access_limit: true })),
    questions.replace ? answer(client.call('getUserIdByMobile', { mobile: NOBODY })) : undefined,
    answer(proveCompany(client, questions.credential, questions.corp)),
  ])
  const [people, scopeNames, marks] = await Promise.all([
    lookAtPeople(client, questions.people, headCount, members),
    'value' in scopes ? nameScope(client, scopes.value) : undefined,
    'value' in tree ? lookAtMarks(client, questions.departments) : undefined,
  ])
  return {
    token,
    scopes,
    headCount,
    tree,
    members,
    ...(byMobile && { byMobile }),
    company,
    ...(people && { people }),
    ...(scopeNames && { scopeNames }),
    ...(marks && { marks }),
  }
}

/** Calls so far that count towards the monthly quota, as far as the contract knows. */
export function meteredCalls(client: Client): number {
  return Object.entries(client.stats.calls).reduce(
    (sum, [id, times]) =>
      contract.operations[id as keyof typeof contract.operations].metered === true ? sum + times : sum,
    0,
  )
}

async function answer<T>(call: Promise<T>): Promise<Answer<T>> {
  try {
    return { value: await call }
  } catch (error) {
    return { error: error instanceof Error ? error : new Error(String(error)) }
  }
}

type Fields = { readonly [field: string]: unknown }
const profile = ['email', 'work_place', 'remark', 'extension']

/** Whether anybody shows the fields that field permissions open. Counts only: no value is kept. */
async function lookAtPeople(
  client: Client,
  userids: readonly string[],
  headCount: Answer<unknown>,
  members: Answer<ResponseOf<'listUsers'>>,
): Promise<Answers['people']> {
  const listed: readonly Fields[] = 'value' in members ? (members.value.result?.list ?? []) : []
  const asked = 'value' in headCount ? userids.slice(0, PEOPLE) : []
  const details = await Promise.all(asked.map((userid) => answer(client.call('getUser', { userid }))))
  const found = details.flatMap((each): Fields[] => ('value' in each && each.value.result ? [each.value.result] : []))
  const people = [...listed, ...found]
  const shows = (fields: readonly string[]) =>
    people.filter((each) => fields.some((field) => each[field] !== undefined))
  return people.length === 0
    ? undefined
    : { seen: people.length, mobile: shows(['mobile']).length, profile: shows(profile).length }
}

async function nameScope(client: Client, scopes: Scopes): Promise<readonly string[] | undefined> {
  const departments = scopes.auth_org_scopes?.authed_dept ?? []
  if (departments.length === 0 || departments.includes(1)) return undefined
  const answers = await Promise.all(
    departments.slice(0, SCOPE_NAMES).map((dept_id) => answer(client.call('getDepartment', { dept_id }))),
  )
  return answers.map((each, index) => ('value' in each && each.value.result?.name) || `#${departments[index]}`)
}

async function lookAtMarks(client: Client, departments: readonly number[]): Promise<Marks> {
  const step = Math.max(1, departments.length / MARKS)
  const sample = Array.from(
    { length: Math.min(MARKS, departments.length) },
    (_, n) => departments[Math.floor(n * step)],
  )
  const answers = await Promise.all(
    sample.map((dept_id) => answer(client.call('getDepartment', { dept_id: Number(dept_id) }))),
  )
  const counts = { ours: 0, foreign: 0, none: 0, gone: 0 }
  let failed: Error | undefined
  for (const each of answers) {
    if ('value' in each) {
      const mark = each.value.result?.source_identifier
      counts[!mark ? 'none' : keyOfMarker(mark) === null ? 'foreign' : 'ours'] += 1
    } else if (isHidden(each.error)) counts.gone += 1
    else failed = each.error
  }
  const looked = counts.ours + counts.foreign + counts.none + counts.gone
  return { all: departments.length, looked, ...counts, ...(failed && { failed }) }
}

/** The department does not exist, or is outside the contact scope. */
function isHidden(error: Error): boolean {
  return causeOf(error) === 'scope' || (error instanceof DingTalkError && error.action === 'absent')
}
