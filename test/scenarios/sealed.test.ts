import { afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { plan } from '../../src/commands/plan.ts'
import { InvalidDirectory, type Problem } from '../../src/core/problem.ts'
import { Client } from '../../src/dingtalk/client.ts'
import { renderPlan } from '../../src/render/text.ts'
import { type Company, startCompany } from '../support/company.ts'
import { removeTemporaryFolders } from '../support/files.ts'
import { type Keeper, keeper } from '../support/sealed.ts'

/** What becomes of values that stand sealed in the files: opened by an apply alone, and only where it has to. */

let company: Company
let holder: Keeper
let sealed: { mobile: string; email: string }
const people = 'departments/研发部/people.yaml'
const person = (fields: string, mobile = sealed.mobile) =>
  `- userid: lilei\n  name: 李雷\n  mobile: ${mobile}\n  email: ${fields}\n`

beforeAll(async () => {
  holder = await keeper()
  sealed = {
    mobile: await holder.seal('lilei', 'mobile', '10012340001'),
    email: await holder.seal('lilei', 'email', 'lilei@example.com'),
  }
})
beforeEach(async () => {
  company = await startCompany({
    files: { 'rollbook.yaml': 'version: 1\nlanguage: en\n', [people]: person(sealed.email) },
  })
})
afterEach(async () => {
  await company.close()
  await removeTemporaryFolders()
})

/** Made with the key; then everything agrees. */
async function applied(): Promise<void> {
  const { end } = await company.apply({ secrets: holder.secrets })
  expect(end).toBe('done')
}

/** Works in DingTalk as somebody at its console does. */
async function withClient<T>(work: (client: Client) => Promise<T>): Promise<T> {
  const { oapiUrl, apiUrl, clientId, clientSecret } = company.emulator
  const client = new Client({ oapiUrl, apiUrl, clientId, clientSecret, rate: 10_000 })
  return work(client).finally(() => client.close())
}

const lilei = () => company.emulator.snapshot().users.find(({ userid }) => userid === 'lilei')
const text = async () => renderPlan((await company.plan()).plan, { language: 'en', color: false })
async function problems(work: Promise<unknown>): Promise<readonly Problem[]> {
  const error = await work.then(
    () => undefined,
    (caught: unknown) => caught,
  )
  expect(error).toBeInstanceOf(InvalidDirectory)
  return (error as InvalidDirectory).problems
}

test('a person is made with what was sealed, and nobody opens it again', async () => {
  expect(await text()).toContain('(sealed)')
  await applied()
  expect(lilei()).toMatchObject({ mobile: { number: '10012340001' }, email: 'lilei@example.com' })
  const { end, plan: second } = await company.apply()
  expect({ end, changes: second.changes, unopened: second.unopened }).toEqual({ end: 'done', changes: [] })
})

test('without the key nothing is made, and the lines are named', async () => {
  const found = await problems(company.apply())
  expect(found).toMatchObject([
    { code: 'sealed-unopened', file: people, line: 3, column: 11 },
    { code: 'sealed-unopened', file: people, line: 4, column: 10 },
  ])
  expect(lilei()).toBeUndefined()
})

test('a value sealed anew is announced, and only recorded when it is the same', async () => {
  await applied()
  await company.edit({ [people]: person(await holder.seal('lilei', 'email', 'lilei@example.com')) })
  expect(await text()).toContain('the sealed value was changed')
  const { plan: made } = await company.plan()
  const { end, outcomes } = await company.apply({ secrets: holder.secrets, planHash: made.hash })
  expect({ end, outcomes }).toEqual({ end: 'done', outcomes: [] })
  expect((await company.plan()).plan.changes).toEqual([])
})

test('another value is written under the hash that was reviewed without a key', async () => {
  await applied()
  await company.edit({ [people]: person(await holder.seal('lilei', 'email', 'other@example.com')) })
  const { plan: made } = await company.plan()
  expect(made.changes).toHaveLength(1)
  const { end, plan: opened } = await company.apply({ secrets: holder.secrets, planHash: made.hash })
  expect({ end, hash: opened.hash }).toEqual({ end: 'done', hash: made.hash })
  expect(lilei()).toMatchObject({ email: 'other@example.com' })
  expect((await company.plan()).plan.changes).toEqual([])
})

test('a mobile sealed anew is no replacement, but to be compared', async () => {
  await applied()
  await company.edit({ [people]: person(sealed.email, await holder.seal('lilei', 'mobile', '+86-10012340001')) })
  const { plan: made } = await company.plan()
  expect(made).toMatchObject({ changes: [], refusals: [], unopened: [{ ref: { key: 'lilei' }, field: 'mobile' }] })
  expect(await text()).toContain('still to be compared')
  const { end, outcomes } = await company.apply({ secrets: holder.secrets, planHash: made.hash })
  expect({ end, outcomes }).toEqual({ end: 'done', outcomes: [] })
  expect((await company.plan()).plan.unopened).toBeUndefined()
})

test('another mobile is refused when it is opened, unless the file allows the replacement', async () => {
  await applied()
  const other = person(sealed.email, await holder.seal('lilei', 'mobile', '10012340009'))
  await company.edit({ [people]: other })
  const refused = await company.apply({ secrets: holder.secrets })
  expect(refused).toMatchObject({ end: 'refused', plan: { refusals: [{ code: 'mobile-replacement' }] } })
  await company.edit({ [people]: `${other}  replace: mobile\n` })
  const { plan: made } = await company.plan()
  const { end } = await company.apply({ secrets: holder.secrets, planHash: made.hash })
  expect(end).toBe('done')
  expect(lilei()).toMatchObject({ mobile: { number: '10012340009' }, email: 'lilei@example.com' })
  expect((await company.plan()).plan).toMatchObject({ changes: [] })
})

test('what somebody changed in DingTalk is seen without opening, and written back with the key', async () => {
  await applied()
  await withClient((client) => client.call('updateUser', { userid: 'lilei', email: 'drifted@example.com' }))
  const { plan: made } = await company.plan()
  expect(await text()).toContain('differs from the sealed value')
  expect(await problems(company.apply({ planHash: made.hash }))).toMatchObject([{ code: 'sealed-unopened', line: 4 }])
  expect(await company.apply({ secrets: holder.secrets, planHash: made.hash })).toMatchObject({ end: 'done' })
  expect(lilei()).toMatchObject({ email: 'lilei@example.com' })
  expect((await company.plan()).plan.changes).toEqual([])
})

test('after a new secret of the app every value is compared once more, and no drift is taken for what was sent', async () => {
  await applied()
  const lock = JSON.parse(await company.lock())
  for (const field of ['mobile', 'email'])
    lock.resources.user.lilei.sealed[field] = lock.resources.user.lilei.sealed[field].replace(/\..*/, '.former')
  await company.edit({ 'rollbook.lock.json': JSON.stringify(lock) })
  await withClient((client) => client.call('updateUser', { userid: 'lilei', email: 'drifted@example.com' }))
  const { plan: made } = await company.plan()
  expect(made.changes).toEqual([])
  expect(await problems(company.apply())).toHaveLength(2)
  expect(await company.apply({ secrets: holder.secrets, planHash: made.hash })).toMatchObject({ end: 'plan-changed' })
  expect(await company.apply({ secrets: holder.secrets })).toMatchObject({
    end: 'done',
    outcomes: [{ status: 'applied' }],
  })
  expect(lilei()).toMatchObject({ email: 'lilei@example.com' })
  expect((await company.plan()).plan.changes).toEqual([])
})

test('a person who was there before is compared once, and then known', async () => {
  await company.edit({ [people]: '- {userid: lilei, name: 李雷, mobile: "10012340001", email: lilei@example.com}\n' })
  await applied()
  await company.edit({ [people]: person(sealed.email) })
  const { plan: made } = await company.plan()
  expect({ changes: made.changes, unopened: made.unopened?.map(({ field }) => field) }).toEqual({
    changes: [],
    unopened: ['mobile', 'email'],
  })
  await applied()
  expect((await company.plan()).plan.unopened).toBeUndefined()
})

test('an app with another secret reads the same plan', async () => {
  await applied()
  const { emulator, folder } = company
  const planned = (clientSecret: string) =>
    withClient(async (client) => {
      const credential = { clientId: emulator.clientId, clientSecret }
      return (await plan({ directory: folder, client, credential })).plan
    })
  expect((await planned('the secret of another app')).changes).toEqual([])
  await company.edit({ [people]: person(await holder.seal('lilei', 'email', 'other@example.com')) })
  expect((await planned('the secret of another app')).hash).toBe((await planned(emulator.clientSecret)).hash)
})

test('two people with one sealed mobile are told once it is open', async () => {
  const other = `- userid: hanmei\n  name: 韩梅梅\n  mobile: ${await holder.seal('hanmei', 'mobile', '10012340001')}\n`
  await company.edit({ [people]: person(sealed.email) + other })
  expect(await problems(company.apply({ secrets: holder.secrets }))).toMatchObject([
    { code: 'duplicate-mobile', file: people, line: 7 },
  ])
})

test('a mobile of somebody who exists may be left out, and stays what it is', async () => {
  await applied()
  await company.edit({ [people]: `- userid: lilei\n  name: 李雷\n  email: ${sealed.email}\n` })
  const { end, plan: made } = await company.apply()
  expect({ end, changes: made.changes }).toEqual({ end: 'done', changes: [] })
  expect(await company.lock()).not.toContain('mobile')
  expect(lilei()).toMatchObject({ mobile: { number: '10012340001' } })
})

describe('a sealed first password, which DingTalk never shows', () => {
  const account = (password: string) =>
    `- userid: robot\n  name: 机器人\n  exclusive_account: true\n  exclusive_account_type: dingtalk\n  login_id: robot01\n  init_password: ${password}\n`
  const seal = (password: string) => holder.seal('robot', 'init_password', password)
  const sent: unknown[] = []
  beforeEach(() => {
    sent.length = 0
    const noted = ({ init_password: password }: { readonly [field: string]: unknown }) => {
      if (password !== undefined) sent.push(password)
      return false
    }
    company.emulator.inject({
      match: { operation: ['createUser', 'updateUser'], where: noted },
      do: { throttle: true },
    })
  })

  test('is sent once, known again unopened, and sent again only when it is another one', async () => {
    await company.edit({ 'departments/accounts.yaml': account(await seal('Passw0rd123')) })
    expect(await text()).not.toContain('Passw0rd')
    await applied()
    expect(sent).toEqual(['Passw0rd123'])
    expect((await company.plan()).plan).toMatchObject({ changes: [] })
    expect(await company.apply()).toMatchObject({ end: 'done', outcomes: [] })

    await company.edit({ 'departments/accounts.yaml': account(await seal('Passw0rd123')) })
    expect(await text()).toContain('the sealed value was changed')
    expect(await company.apply({ secrets: holder.secrets })).toMatchObject({ end: 'done', outcomes: [] })
    expect((await company.plan()).plan).toMatchObject({ changes: [] })

    await company.edit({ 'departments/accounts.yaml': account(await seal('An0therOne456')) })
    const { plan: made } = await company.plan()
    expect(await company.apply({ secrets: holder.secrets, planHash: made.hash })).toMatchObject({ end: 'done' })
    expect(sent).toEqual(['Passw0rd123', 'An0therOne456'])
    expect((await company.plan()).plan).toMatchObject({ changes: [] })
    expect(await company.lock()).not.toMatch(/Passw0rd|An0ther/)
  })

  test('is refused at its line when it is none, with nothing of it in the message', async () => {
    await company.edit({ 'departments/accounts.yaml': account(await seal('onlyletters')) })
    const found = await problems(company.apply({ secrets: holder.secrets }))
    expect(found).toMatchObject([{ code: 'invalid-value', file: 'departments/accounts.yaml', line: 6, column: 18 }])
    expect(JSON.stringify(found)).not.toContain('onlyletters')
  })
})

test('whoever is in DingTalk already needs no mobile in the files, and the lock forgets a sealed one', async () => {
  await applied()
  expect(await company.lock()).toContain('"sealed"')
  await company.edit({ [people]: '- {userid: lilei, name: 李雷}\n' })
  const { plan: made } = await company.plan()
  expect(made).toMatchObject({ changes: [], refusals: [] })
  expect(await company.apply()).toMatchObject({ end: 'done', outcomes: [] })
  expect(lilei()).toMatchObject({ mobile: { number: '10012340001' }, email: 'lilei@example.com' })
  expect(await company.lock()).not.toMatch(/"sealed"|"sent"/)
  await company.edit({ 'departments/研发部/new.yaml': 'userid: xinren\nname: 新人\n' })
  expect(await problems(company.plan())).toMatchObject([{ code: 'missing-field', file: 'departments/研发部/new.yaml' }])
})
