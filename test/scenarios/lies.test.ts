import { rm, writeFile } from 'node:fs/promises'
import { describe, expect, test } from 'vitest'
import type { OperationId } from '../../src/dingtalk/operation.ts'
import type { FaultAction } from '../../src/emulator/faults.ts'
import type { Company } from '../support/company.ts'
import { founding, lockOf, start } from '../support/disturbed.ts'
import { heldIn } from '../support/held.ts'

/**
 * Everything that DingTalk, or somebody on the way, can say falsely in an answer, at every request of a read: nobody is
 * deleted, nothing is made again, nobody loses a role or a place, and the lock forgets nothing that exists.
 */

interface Request {
  readonly operation: OperationId
  readonly target: string | undefined
}

/**
 * A company in which somebody had a role and headed a department before the files took both over, and in which one
 * person was truly taken out of the files since. `past` is the company as it was two runs ago.
 */
async function prepared() {
  const company = await start({
    ...founding,
    'departments/研发部/people.yaml': '- {userid: lilei, name: 李雷, mobile: "10000000002", manager_userid: boss}\n',
    'departments/市场部/people.yaml': [
      '- {userid: zhoujie, name: 周杰, mobile: "10000000005"}',
      '- {userid: wumin, name: 吴敏, mobile: "10000000006"}',
      '- {userid: hanmeimei, name: 韩梅梅, mobile: "10000000003", also: [研发部]}\n',
    ].join('\n'),
  })
  const { console } = company.emulator
  console('createUser', { userid: 'outsider', name: '外人', mobile: '10000000099', dept_id_list: [1] } as never)
  const { groupId } = console('createRoleGroup', { name: '岗位' }) as { groupId: number }
  const { roleId } = console('createRole', { roleName: '会计', groupId }) as { roleId: number }
  console('addRolesForEmployees', { roleIds: [roleId], userIds: ['outsider'] })
  expect((await company.apply()).end).toBe('done')
  const { state } = company.emulator
  const past = structuredClone(state.records.company(state.corp))
  await company.edit(founding)
  expect((await company.apply()).end).toBe('done')
  expect((await company.apply()).end).toBe('done')
  await company.edit({
    'departments/市场部/people.yaml': '- {userid: zhoujie, name: 周杰, mobile: "10000000005", job_number: 007}\n',
  })
  return { company, past }
}

async function requestsOf(company: Company): Promise<Request[]> {
  const from = company.emulator.log.length
  await company.plan()
  const seen = company.emulator.log.slice(from).flatMap(({ operation, target }): [string, Request][] => {
    if (operation === null || operation === 'getAppAccessToken') return []
    return [[`${operation} ${target}`, { operation, target }]]
  })
  return [...new Map(seen).values()]
}

const targets = ['userid', 'dept_id', 'role_id', 'roleId', 'group_id', 'groupId', 'parent_id']
const isAbout =
  (target: string | undefined) =>
  (request: Readonly<Record<string, unknown>>): boolean => {
    const named = targets.map((name) => request[name]).find((value) => value !== undefined)
    return (named === undefined ? undefined : String(named)) === target
  }

type Past = Extract<FaultAction, { readonly past: unknown }>['past']

const lies = (past: Past): readonly (readonly [string, FaultAction])[] => [
  ['an empty page in the middle', { missingPage: true }],
  ['an empty list', { emptyResult: true }],
  ['a list without its first item', { missingItem: 0 }],
  ['a list without its second item', { missingItem: 1 }],
  ['the past', { past }],
  ['a person outside the scope', { refuse: { errcode: 50002 } }],
  ['a department outside the scope', { refuse: { errcode: 50004 } }],
  ['no such department', { refuse: { errcode: 60003 } }],
  ['no such person', { refuse: { errcode: 60121 } }],
  ['no such role', { refuse: { errcode: 33011 } }],
  ['a page', { html: true }],
  ['half an answer', { truncate: true }],
  ['a gateway', { status: 502 }],
]

async function ended(company: Company): Promise<string> {
  try {
    return (await company.apply()).end
  } catch (error) {
    return `failed: ${(error as Error).message}`
  }
}

describe.each([
  ['once', 1],
  ['for good', 10_000],
] as const)('told %s', (_, times) => {
  test('no lie in a read becomes a deletion, a repetition or a forgotten entry', { timeout: 600_000 }, async () => {
    const { company, past } = await prepared()
    const { emulator } = company
    const requests = await requestsOf(company)
    const before = heldIn(emulator.snapshot())
    const { wumin: leaver, ...staying } = before.people
    expect(leaver).toBeDefined()
    const rightly = { ...before, people: staying }
    const lock = await company.lock()
    const raw = structuredClone(emulator.snapshot().users.find(({ userid }) => userid === 'wumin'))
    const wrong: string[] = []

    for (const { operation, target } of requests)
      for (const [lie, fault] of lies(past)) {
        const name = `${operation} ${target}: ${lie}`
        emulator.inject({ match: { operation, where: isAbout(target) }, do: fault, times })
        const end = await ended(company)
        emulator.clearFaults()
        const after = heldIn(emulator.snapshot())
        const now = await company.lock()
        const untouched = JSON.stringify(after) === JSON.stringify(before)
        if (!untouched && JSON.stringify(after) !== JSON.stringify(rightly)) wrong.push(`${name}: ${end}, wrote more`)
        if (end !== 'done' && (!untouched || now !== lock)) wrong.push(`${name}: ${end}, and yet something was written`)
        if (untouched && now === lock) continue
        // What the lock remembers decides what the next run does.
        const next = await ended(company)
        const held = heldIn(emulator.snapshot())
        if (next !== 'done' || JSON.stringify(held) !== JSON.stringify(rightly))
          wrong.push(`${name}: ${end}, and the next run ${next} did harm`)
        const { changes } = (await company.plan()).plan
        if (changes.length > 0) wrong.push(`${name}: a third plan still changes ${changes.length}`)
        // Back to where it was, by the administrator's hand.
        if (raw !== undefined && emulator.state.records.users.get('wumin') === undefined)
          emulator.state.records.putUser({ ...raw, modified: 0 } as never)
        await writeFile(lockOf(company), lock)
        if (JSON.stringify(heldIn(emulator.snapshot())) !== JSON.stringify(before)) {
          expect(wrong).toEqual([])
          throw new Error(`${name}: the company could not be put back`)
        }
      }
    expect(requests.length).toBeGreaterThan(20)
    expect(wrong).toEqual([])
  })
})

test('a lie while a company without a lock is taken over makes nobody lose a role later', {
  timeout: 600_000,
}, async () => {
  const { company, past } = await prepared()
  const { emulator } = company
  expect((await company.apply()).end).toBe('done')
  const requests = await requestsOf(company)
  const before = heldIn(emulator.snapshot())
  const wrong: string[] = []
  for (const { operation, target } of requests)
    for (const [lie, fault] of lies(past)) {
      await rm(lockOf(company), { force: true })
      emulator.inject({ match: { operation, where: isAbout(target) }, do: fault })
      const end = await ended(company)
      emulator.clearFaults()
      const next = await ended(company)
      if (JSON.stringify(heldIn(emulator.snapshot())) !== JSON.stringify(before))
        wrong.push(`${operation} ${target}: ${lie}: ${end}, then ${next}, and something else is there`)
    }
  expect(wrong).toEqual([])
})
