import { expect, test } from 'vitest'
import { type Company, start } from './caller.ts'

const mobile = '10000000003'
const wangwu = { userid: 'wangwu', name: '王五', mobile, dept_id_list: '1' }

async function companyWith(switches: { acceptedUserid?: 'own' | 'asked' } = {}, now?: () => number): Promise<Company> {
  const company = await start({ switches, ...(now && { now }) })
  company.emulator.state.consent.needed.add(`86-${mobile}`)
  return company
}

const code = async (company: Company, operation: Parameters<Company['call']>[0], fields: object) =>
  (await company.call(operation, fields as Record<string, unknown>)).body.errcode

test('somebody who has to agree first is invited and not added', async () => {
  const company = await companyWith()
  expect(await code(company, 'createUser', wangwu)).toBe(40103)
  expect(await code(company, 'getUser', { userid: 'wangwu' })).toBe(33012)
  expect(await code(company, 'getUserIdByMobile', { mobile })).toBe(60121)
  expect(company.emulator.snapshot().users).toEqual([])
})

test('asking again sends another invitation', async () => {
  const company = await companyWith()
  await company.call('createUser', wangwu)
  await company.call('createUser', wangwu)
  expect(company.emulator.state.consent.invitations.get(`86-${mobile}`)?.sent).toBe(2)
})

test('a request that is wrong for another reason invites nobody', async () => {
  const company = await companyWith()
  expect(await code(company, 'createUser', { ...wangwu, dept_id_list: '99' })).toBe(60003)
  expect(company.emulator.state.consent.invitations.size).toBe(0)
})

test('whoever accepts joins as the last invitation says, under a userid of DingTalk’s or the one asked for', async () => {
  for (const acceptedUserid of ['own', 'asked'] as const) {
    const company = await companyWith({ acceptedUserid })
    await company.call('createUser', { ...wangwu, title: '工程师' })
    company.emulator.answerInvitation(mobile, 'accepted')
    const [user] = company.emulator.snapshot().users
    expect(user).toMatchObject({ name: '王五', title: '工程师' })
    expect(user?.userid === 'wangwu').toBe(acceptedUserid === 'asked')
    expect(await code(company, 'getUserIdByMobile', { mobile })).toBe(0)
  }
})

test('whoever declines does not join, and is invited again when asked', async () => {
  const company = await companyWith()
  await company.call('createUser', wangwu)
  company.emulator.answerInvitation(mobile, 'declined')
  expect(company.emulator.snapshot().users).toEqual([])
  expect(await code(company, 'createUser', wangwu)).toBe(40103)
})

test('whoever had accepted and was removed has to accept again for 24 hours', async () => {
  let time = Date.UTC(2026, 5, 1)
  const company = await companyWith({ acceptedUserid: 'asked' }, () => time)
  await company.call('createUser', wangwu)
  company.emulator.answerInvitation(mobile, 'accepted')
  expect(await code(company, 'deleteUser', { userid: 'wangwu' })).toBe(0)
  time += 23 * 3_600_000
  company.token = company.emulator.state.tokens.give()
  expect(await code(company, 'createUser', wangwu)).toBe(40103)
  time += 2 * 3_600_000
  company.token = company.emulator.state.tokens.give()
  expect(await code(company, 'createUser', wangwu)).toBe(0)
})

test('somebody else joins at once', async () => {
  const company = await companyWith()
  expect(await code(company, 'createUser', { ...wangwu, mobile: '10000000004' })).toBe(0)
})
