import { afterEach, expect, test } from 'vitest'
import { type Company, startCompany } from '../support/company.ts'

let company: Company
afterEach(async () => company.close())

test('somebody new without name or mobile is a problem at their line; somebody who exists needs neither', async () => {
  const people = (yaml: string) => ({ 'departments/研发部/people.yaml': yaml })
  company = await startCompany({ files: people('- {userid: lilei, name: 李雷, mobile: "+86-10000000001"}\n') })
  await company.apply()
  await company.edit(people('- {userid: lilei, title: 工程师}\n'))
  expect((await company.apply()).end).toBe('done')
  expect((await company.plan()).plan.changes).toEqual([])

  const before = company.emulator.snapshot()
  await company.edit(people('- {userid: lilei, title: 工程师}\n- {userid: hanmei, name: 韩梅梅}\n- userid: wangwu\n'))
  await expect(company.apply()).rejects.toMatchObject({
    problems: [
      { code: 'missing-field', file: 'departments/研发部/people.yaml', line: 2 },
      { code: 'missing-field', file: 'departments/研发部/people.yaml', line: 3 },
    ],
  })
  expect(company.emulator.snapshot()).toEqual(before)
})
