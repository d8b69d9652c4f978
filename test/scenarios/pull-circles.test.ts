import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, expect, onTestFinished, test } from 'vitest'
import { type Company, startCompany } from '../support/company.ts'
import { type FileTree, readFiles, removeTemporaryFolders } from '../support/files.ts'
import { pulled } from '../support/pulled.ts'
import { repository } from '../support/repository.ts'

/** DingTalk lets managers go round in a circle, and files do not: everything but one manager comes home. */

afterAll(removeTemporaryFolders)

const files: FileTree = {
  'rollbook.yaml': 'version: 1\ncorp: dingcorp0001\nlanguage: en\n',
  'departments/甲/people.yaml': [
    '- {userid: an, name: 安, mobile: "10000000001", manager_userid: top}',
    '- {userid: bo, name: 博, mobile: "10000000002", manager_userid: top}',
    '- {userid: chu, name: 楚, mobile: "10000000003"}',
    '- {userid: top, name: 顶, mobile: "10000000004"}',
    '',
  ].join('\n'),
  'departments/乙/department.yaml': 'order: 20\n',
}

async function applied(): Promise<Company> {
  const company = await startCompany({ files })
  onTestFinished(company.close)
  expect((await company.apply()).end).toBe('done')
  return company
}

const people = async ({ folder }: Company) => (await readFiles(folder))['departments/甲/people.yaml'] ?? ''
const drifting = async (company: Company) => {
  const { plan } = await company.plan()
  return plan.changes.map(({ ref, patch }) => [ref.key, patch.map(({ path }) => path.split('/').at(-1))])
}
const manager = (company: Company, userid: string, manager_userid: string) =>
  company.emulator.console('updateUser', { userid, manager_userid })

test.each([
  ['one way round', ['an', 'bo']],
  ['the other way round', ['bo', 'an']],
] as const)('managers of each other, made %s: the same one stays as it was, and still differs', async (_, order) => {
  const company = await applied()
  for (const userid of order) manager(company, userid, userid === 'an' ? 'bo' : 'an')
  company.emulator.console('updateUser', { userid: 'an', name: '安安' })
  const report = await pulled(company)
  expect(report.notTaken).toEqual([
    {
      ref: { kind: 'user', key: 'an' },
      field: 'manager_userid',
      why: 'circle',
      names: { kind: 'user', key: 'bo' },
    },
  ])
  expect(await people(company)).toMatch(
    /userid: an, name: 安安, .*manager_userid: top[\s\S]*userid: bo.*manager_userid: an/,
  )
  expect(await drifting(company)).toEqual([['an', ['manager_userid']]])
})

test('nobody becomes their own manager, and what the files want and no apply has written yet is not undone for it', async () => {
  const company = await applied()
  repository(company.folder)
  await company.edit({
    'departments/甲/people.yaml': (await people(company)).replace('000003"}', '000003", manager_userid: bo}'),
  })
  manager(company, 'an', 'an')
  manager(company, 'bo', 'chu')
  const before = await people(company)
  const report = await pulled(company)
  expect(report.notTaken.map(({ ref, why, names }) => [ref.key, why, names?.key])).toEqual([
    ['an', 'circle', 'an'],
    ['bo', 'circle', 'chu'],
  ])
  expect(await people(company)).toBe(before)
})

test('where the manager of before left, the files say nothing of one any more', async () => {
  const company = await applied()
  manager(company, 'an', 'bo')
  manager(company, 'bo', 'an')
  company.emulator.console('deleteUser', { userid: 'top' })
  const report = await pulled(company)
  expect(report.notTaken.map(({ ref, why }) => [ref.key, why])).toEqual([['an', 'circle']])
  expect(await people(company)).toBe(
    [
      '- {userid: an, name: 安, mobile: "10000000001"}',
      '- {userid: bo, name: 博, mobile: "10000000002", manager_userid: an}',
      '- {userid: chu, name: 楚, mobile: "10000000003"}',
      '',
    ].join('\n'),
  )
  expect(await drifting(company)).toEqual([])
})

test('of new people who manage each other one is taken in without a manager', async () => {
  const company = await applied()
  const dept_id_list = [company.emulator.snapshot().departments.find(({ name }) => name === '乙')?.dept_id ?? 0]
  company.emulator.console('createUser', { userid: 'neu', name: '新', mobile: '10000000005', dept_id_list })
  company.emulator.console('createUser', {
    userid: 'noch',
    name: '诺',
    mobile: '10000000006',
    dept_id_list,
    manager_userid: 'neu',
  })
  manager(company, 'neu', 'noch')
  const report = await pulled(company, { adopt: true })
  expect(report.notTaken.map(({ ref, why }) => [ref.key, why])).toEqual([['#neu', 'circle']])
  const text = (await readFiles(company.folder))['departments/乙/people.yaml'] ?? ''
  expect(text.match(/manager_userid: \w+/g)).toEqual(['manager_userid: neu'])
  expect(await drifting(company)).toEqual([])
})

test('departments that the files and the console put below each other: the one of the console stays out', async () => {
  const company = await applied()
  const idOf = (name: string) =>
    company.emulator.snapshot().departments.find((each) => each.name === name)?.dept_id ?? 0
  repository(company.folder)
  await rm(join(company.folder, 'departments/乙'), { recursive: true })
  await company.edit({ 'departments/甲/乙/department.yaml': 'key: 乙\norder: 20\n' })
  company.emulator.console('updateDepartment', { dept_id: idOf('甲'), parent_id: idOf('乙') })
  company.emulator.console('updateUser', { userid: 'chu', name: '楚楚' })
  const report = await pulled(company)
  expect(report.notTaken.map(({ ref, field, why }) => [ref.key, field, why])).toEqual([['甲', 'parent_id', 'circle']])
  expect(await people(company)).toContain('楚楚')
})
