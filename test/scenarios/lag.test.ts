import { cp, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { READ_LAG } from '../../src/io/look.ts'
import { startCompany } from '../support/company.ts'
import { founding, hurriedClock, result, start, undisturbed } from '../support/disturbed.ts'
import { temporaryFolder } from '../support/files.ts'
import { cutOff } from '../sweep/death.ts'

/** For some seconds no read shows what was written, and the program is started again before that is over. */

const settings = 'version: 1\ncorp: dingcorp0001\nlanguage: en\ndeletions: {departments: enabled}\n'

/** A company whose reads lag behind every write, in DingTalk's time. */
async function lagging(files: Parameters<typeof start>[0]) {
  const clock = hurriedClock()
  const company = await start(files, { now: clock.now }, { clock })
  company.emulator.inject({ match: { effect: 'write' }, do: { lagFor: READ_LAG }, times: Number.POSITIVE_INFINITY })
  return { company, clock }
}

test('a department that was only just made and is renamed in the files keeps its dept_id', async () => {
  const { company, clock } = await lagging({
    'rollbook.yaml': settings,
    'departments/研发部/department.yaml': 'order: 10\n',
  })
  expect((await company.apply()).end).toBe('done')
  const made = company.emulator.snapshot().departments.find(({ name }) => name === '研发部')?.dept_id
  await rm(join(company.folder, 'departments/研发部'), { recursive: true })
  await company.edit({ 'departments/技术中心/department.yaml': 'previously: [研发部]\norder: 10\n' })
  expect((await company.apply()).end).toBe('done')
  const departments = company.emulator.snapshot().departments.filter(({ parent_id }) => parent_id === 1)
  expect(departments.map(({ dept_id, name }) => [dept_id, name])).toEqual([[made, '技术中心']])
  await clock.sleep(READ_LAG)
  expect((await company.plan()).plan.changes).toEqual([])
})

test.each([1, 3, 9, 15])(
  'a run that is killed at its write %i and started again at once makes nothing twice',
  async (nth) => {
    const expected = await undisturbed('founding')
    const { company, clock } = await lagging(founding)
    const left = await temporaryFolder()
    const death = { nth, point: 'processed-not-answered', dies: true, left } as const
    expect((await cutOff(company.emulator, company.folder, clock, death)).struck).toBe(true)
    await rm(company.folder, { recursive: true })
    await cp(left, company.folder, { recursive: true })
    const again = await startCompany({ folder: company.folder, shared: company.emulator, clock })
    expect((await again.apply()).end).toBe('done')
    await clock.sleep(READ_LAG)
    expect(await result(again, expected)).toEqual({ left: [], differs: [] })
  },
)
