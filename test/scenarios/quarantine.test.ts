import { describe, expect, test } from 'vitest'
import type { Company } from '../support/company.ts'
import { start, statuses } from '../support/disturbed.ts'
import type { FileTree } from '../support/files.ts'
import { brief } from '../support/world.ts'

/**
 * Twelve people of whom three cannot be made, each for another reason. The one who has to accept an invitation heads a
 * department, leads another person and has a role; the one whose name does not pass moderation has a role.
 */
const person = (userid: string, name: string, at: number, more = '') =>
  `- {userid: ${userid}, name: ${name}, mobile: "${mobileOf(at)}"${more}}\n`
const mobileOf = (at: number) => `100000000${String(at).padStart(2, '0')}`

const files: FileTree = {
  'rollbook.yaml': 'version: 1\ncorp: dingcorp0001\nlanguage: en\n',
  'departments/研发部/department.yaml': 'managers: [invited]\n',
  'departments/研发部/people.yaml': [
    person('invited', '李雷', 1),
    person('led', '韩梅梅', 2, ', manager_userid: invited'),
    ...[3, 4, 5].map((at) => person(`dev${at}`, `研发${at}`, at)),
  ].join(''),
  'departments/市场部/people.yaml': [
    person('moderated', '违禁词', 6),
    person('taken', '王五', 7),
    ...[8, 9, 10, 11, 12].map((at) => person(`market${at}`, `市场${at}`, at)),
  ].join(''),
  'roles/岗位.yaml': 'roles:\n- name: 会计\n  members: [invited, moderated, dev3]\n',
}

async function founded(): Promise<Company> {
  const company = await start(files)
  const { emulator } = company
  emulator.state.consent.needed.add(`86-${mobileOf(1)}`)
  emulator.state.moderatedWords = ['违禁词']
  emulator.console('createUser', { userid: 'console', name: '后台加的', mobile: mobileOf(7), dept_id_list: [1] })
  return company
}

const invitations = ({ emulator }: Company) => emulator.state.consent.invitations.get(`86-${mobileOf(1)}`)?.sent ?? 0
const accept = ({ emulator }: Company) => emulator.answerInvitation(mobileOf(1), 'accepted')
const changesOf = async (company: Company) => (await company.plan()).plan.changes.map(brief)
const lockOf = async (company: Company) => JSON.parse(await company.lock())

describe('three of twelve people cannot be made', () => {
  test('everybody else is, and each of the three says why', async () => {
    const company = await founded()
    const { end, outcomes } = await company.apply()
    expect(end).toBe('incomplete')
    expect(
      outcomes.flatMap((found) => (found.status === 'failed' ? [[found.change.ref.key, found.reason]] : [])),
    ).toEqual([
      ['invited', 'invite-pending'],
      ['moderated', 'moderation'],
      ['taken', 'mobile-taken'],
    ])
    expect(statuses(outcomes)).toMatchObject({
      'create user led': 'without invited',
      'create department-settings 研发部': 'without invited',
      'create role 岗位/会计': 'without invited,moderated',
    })
    expect(outcomes.filter(({ status }) => status === 'applied')).toHaveLength(14)
  })

  test('the next plan is exactly the residue, and its apply makes it once the causes are gone', async () => {
    const company = await founded()
    await company.apply()
    expect(await changesOf(company)).toEqual([
      'create user moderated',
      'create user taken',
      'update role 岗位/会计 {members}',
    ])
    const again = await company.apply()
    expect(again.end).toBe('incomplete')
    expect(await changesOf(company)).toHaveLength(3)

    company.emulator.console('deleteUser', { userid: 'console' })
    company.emulator.state.moderatedWords = []
    expect((await company.apply()).end).toBe('done')
    expect(await changesOf(company)).toEqual([])
    expect(invitations(company)).toBe(1)
  })

  test('whoever accepts is adopted, and what went without them is completed', async () => {
    const company = await founded()
    Object.assign(company.emulator.state.switches, { acceptedUserid: 'asked' })
    company.emulator.state.moderatedWords = []
    company.emulator.console('deleteUser', { userid: 'console' })
    await company.apply()
    accept(company)
    const { plan } = await company.plan()
    expect(plan.waiting).toEqual([])
    expect(plan.adopted.map(({ ref }) => ref.key)).toEqual(['invited'])
    expect(plan.changes.map(brief)).toEqual([
      'update user led {manager_userid}',
      'update department-settings 研发部 {dept_manager_userid_list}',
      'update role 岗位/会计 {members}',
    ])
    expect((await company.apply()).end).toBe('done')
    expect(await changesOf(company)).toEqual([])
    expect(await company.lock()).not.toContain('"pending"')
  })
})

describe('somebody who was invited', () => {
  async function invited(): Promise<Company> {
    const company = await founded()
    company.emulator.state.moderatedWords = []
    company.emulator.console('deleteUser', { userid: 'console' })
    await company.apply()
    return company
  }
  const rewrite = (company: Company, from: string, to: string) =>
    company.edit({
      'departments/研发部/people.yaml': String(files['departments/研发部/people.yaml']).replace(from, to),
    })

  test('is remembered without any of their data, and not invited again', async () => {
    const company = await invited()
    const { pending } = await lockOf(company)
    expect(pending).toEqual({
      user: { invited: { since: expect.any(String), to: expect.any(String), key: expect.any(String) } },
    })
    expect(await company.lock()).not.toContain(mobileOf(1))
    const { plan } = await company.plan()
    expect(plan.changes).toEqual([])
    expect(plan.waiting).toMatchObject([
      {
        ref: { kind: 'user', key: 'invited' },
        state: 'invited',
        place: { file: 'departments/研发部/people.yaml', line: 1 },
        named: [
          { kind: 'user', key: 'led' },
          { kind: 'department-settings', key: '研发部' },
          { kind: 'role', key: '岗位/会计' },
        ],
      },
    ])
    const before = await company.lock()
    expect((await company.apply()).end).toBe('done')
    expect(await company.lock()).toBe(before)
    expect(invitations(company)).toBe(1)
  })

  test('and accepted under a userid of DingTalk’s is named with it, and adopted once the file says so', async () => {
    const company = await invited()
    accept(company)
    const { plan } = await company.plan()
    const id = company.emulator.snapshot().users.find(({ name }) => name === '李雷')?.userid
    expect(plan.waiting).toMatchObject([{ state: 'elsewhere', id }])
    expect(plan.changes).toEqual([])
    for (const path of ['departments/研发部/department.yaml', 'departments/研发部/people.yaml', 'roles/岗位.yaml'])
      await company.edit({ [path]: String(files[path]).replaceAll('invited', `"${id}"`) })
    expect((await company.plan()).plan.waiting).toEqual([])
    expect((await company.apply()).end).toBe('done')
    expect(await changesOf(company)).toEqual([])
    expect(await company.lock()).not.toContain('"pending"')
  })

  test('in a run that died before the lock knew it is remembered from the journal', async () => {
    const company = await invited()
    const { pending, ...lock } = await lockOf(company)
    await company.edit({ 'rollbook.lock.json': JSON.stringify(lock) })
    const { invited: known } = pending.user
    const change = { step: 1, kind: 'user', key: 'invited', time: `${known.since}T00:00:00.000Z` }
    const header = { type: 'run', format: 'rollbook.journal/1', corp: 'dingcorp0001', plan: 'sha256:0', changes: ['0'] }
    const lines = [
      { ...header, started: change.time },
      { ...change, type: 'intent', action: 'create' },
      { ...change, type: 'result', status: 'failed', code: '40103' },
    ]
    await company.edit({ '.rollbook/journal.jsonl': lines.map((line) => `${JSON.stringify(line)}\n`).join('') })
    expect((await company.apply()).end).toBe('done')
    expect((await lockOf(company)).pending).toEqual(pending)
    expect(invitations(company)).toBe(1)
  })

  test('is invited anew when the files have another mobile', async () => {
    const company = await invited()
    await rewrite(company, mobileOf(1), mobileOf(21))
    company.emulator.state.consent.needed.add(`86-${mobileOf(21)}`)
    const { plan } = await company.plan()
    expect(plan.waiting).toMatchObject([{ state: 'readdressed' }])
    expect(plan.changes.map(brief)).toContain('create user invited')
    expect((await company.apply()).end).toBe('incomplete')
    expect(company.emulator.state.consent.invitations.get(`86-${mobileOf(21)}`)?.sent).toBe(1)
    expect((await company.plan()).plan.waiting).toMatchObject([{ state: 'invited' }])
  })

  test('is not invited anew because the app has another secret, which made the digest', async () => {
    const company = await invited()
    const text = await company.lock()
    const { pending } = JSON.parse(text)
    const other = text.replace(pending.user.invited.key, 'another').replace(pending.user.invited.to, 'digest')
    await company.edit({ 'rollbook.lock.json': other })
    expect((await company.plan()).plan.waiting).toMatchObject([{ state: 'invited' }])
    expect(await changesOf(company)).toEqual([])
  })

  test('and taken out of the files is named once, forgotten, and not managed should they accept after all', async () => {
    const company = await invited()
    await company.edit({
      'departments/研发部/people.yaml': String(files['departments/研发部/people.yaml'])
        .replace(person('invited', '李雷', 1), '')
        .replace(', manager_userid: invited', ''),
      'departments/研发部/department.yaml': 'order: 1\n',
      'roles/岗位.yaml': 'roles:\n- name: 会计\n  members: [moderated, dev3]\n',
    })
    expect((await company.plan()).plan.waiting).toMatchObject([{ state: 'withdrawn' }])
    await company.apply()
    expect(await company.lock()).not.toContain('"pending"')
    accept(company)
    const { plan } = await company.plan()
    expect(plan.changes).toEqual([])
    expect(plan.unmanaged.map(({ name }) => name)).toContain('李雷')
  })

  test('and put back after an apply without them is invited again', async () => {
    const company = await invited()
    const all = Object.fromEntries(
      ['departments/研发部/people.yaml', 'departments/研发部/department.yaml', 'roles/岗位.yaml'].map((path) => [
        path,
        String(files[path]),
      ]),
    )
    await company.edit({
      'departments/研发部/people.yaml': person('dev3', '研发3', 3),
      'departments/研发部/department.yaml': 'order: 1\n',
      'roles/岗位.yaml': 'roles:\n- name: 会计\n  members: [moderated, dev3]\n',
      'rollbook.yaml': `${files['rollbook.yaml']}deletions: {users: enabled}\n`,
    })
    await company.apply()
    await company.edit(all)
    expect((await company.apply()).end).toBe('incomplete')
    expect(invitations(company)).toBe(2)
  })
})

test('two people who are to get each other’s mobiles are told so before anything is written', async () => {
  const two = (first: number, second: number) => ({
    'departments/people.yaml': [
      `- {userid: first, name: 甲, mobile: "${mobileOf(first)}", replace: mobile}\n`,
      `- {userid: second, name: 乙, mobile: "${mobileOf(second)}", replace: mobile}\n`,
    ].join(''),
  })
  const company = await start({ 'rollbook.yaml': 'version: 1\ncorp: dingcorp0001\nlanguage: en\n', ...two(1, 2) })
  expect((await company.apply()).end).toBe('done')
  const before = company.emulator.snapshot()
  await company.edit(two(2, 1))
  await expect(company.apply()).rejects.toMatchObject({
    problems: [
      {
        code: 'conflicting-fields',
        file: 'departments/people.yaml',
        line: 1,
        message: expect.stringContaining('"second"'),
      },
      {
        code: 'conflicting-fields',
        file: 'departments/people.yaml',
        line: 2,
        message: expect.stringContaining('"first"'),
      },
    ],
  })
  expect(company.emulator.snapshot()).toEqual(before)
})
