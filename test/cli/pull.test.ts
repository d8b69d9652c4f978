import { execFileSync } from 'node:child_process'
import { Ajv } from 'ajv'
import { expect, test } from 'vitest'
import { published } from '../../src/core/json-schema.ts'
import { pullSchema } from '../../src/core/pull-schema.ts'
import { repository } from '../support/repository.ts'
import { appliedWorkplace, type Workplace } from '../support/workplace.ts'

/** `rollbook pull` as a process, in a real git repository, against the emulator. */

const AUTHOR = ['-c', 'user.name=t', '-c', 'user.email=t@example.com']

async function committed(): Promise<Workplace> {
  const place = await appliedWorkplace()
  repository(place.folder)
  return place
}

const diffOf = ({ folder }: Workplace) =>
  execFileSync('git', ['-C', folder, 'diff', '--unified=0'], { encoding: 'utf8' })
    .split('\n')
    .filter((line) => /^(?:\+(?!\+\+ )|-(?!-- ))/.test(line))

test('takes over what the console changed, says where it went, and the next plan is empty', async () => {
  const place = await committed()
  place.emulator.console('updateUser', { userid: 'lilei', title: '架构师' })
  const before = place.written()
  const { code, stdout } = await place.run(['pull', '--lang', 'en'])
  expect([code, stdout]).toEqual([0, expect.stringMatching(/departments\/研发部\/people\.yaml:1 .*架构师/)])
  expect(diffOf(place)).toEqual([
    '-- {userid: lilei, name: 李雷, mobile: "10012345671", title: 工程师}',
    '+- {userid: lilei, name: 李雷, mobile: "10012345671", title: 架构师}',
  ])
  expect(place.written()).toBe(before)
  execFileSync('git', ['-C', place.folder, ...AUTHOR, 'commit', '-qam', 'accept'])
  expect((await place.run(['plan', '--detailed-exitcode'])).code).toBe(0)
})

test('--dry-run says the same and writes nothing; in Chinese too', async () => {
  const place = await committed()
  place.emulator.console('deleteUser', { userid: 'zhoujie' })
  const { code, stdout } = await place.run(['pull', '--dry-run', '--lang', 'zh'])
  expect([code, stdout]).toEqual([0, expect.stringMatching(/会把钉钉里的 1 处改动收进文件[\s\S]*从文件里删掉/)])
  expect(diffOf(place)).toEqual([])
})

test('what only the files changed waits, and a change on both sides is shown and left alone until somebody decides', async () => {
  const place = await committed()
  await place.edit({
    'departments/市场部/people.yaml': '- {userid: zhoujie, name: 周杰, mobile: "10012345673", title: 顾问}\n',
    'departments/研发部/people.yaml': [
      '- {userid: lilei, name: 李雷, mobile: "10012345671", title: 总监}',
      '- {userid: hanmeimei, name: 韩梅梅, mobile: "10012345672", manager_userid: lilei}\n',
    ].join('\n'),
  })
  place.emulator.console('updateUser', { userid: 'lilei', title: '架构师' })
  const before = diffOf(place)
  const left = await place.run(['pull', '--lang', 'en'])
  expect([left.code, left.stdout]).toEqual([
    2,
    expect.stringMatching(/1 thing changed on both sides[\s\S]*架构师[\s\S]*总监/),
  ])
  expect(left.stderr).toContain('1 thing changed in the files wait')
  expect(diffOf(place)).toEqual(before)
  expect((await place.run(['pull', '--take', 'files'])).code).toBe(0)
  expect(diffOf(place)).toEqual(before)
  const taken = await place.run(['pull', '--take', 'dingtalk', '--only', 'user:lilei'])
  expect(taken.code).toBe(0)
  expect(diffOf(place).filter((line) => line.startsWith('+'))).toEqual([
    '+- {userid: zhoujie, name: 周杰, mobile: "10012345673", title: 顾问}',
    '+- {userid: lilei, name: 李雷, mobile: "10012345671", title: 架构师}',
  ])
})

test('--adopt takes in what no file has, in JSON that its schema accepts and that hides the mobile', async () => {
  const place = await committed()
  place.emulator.console('createDepartment', { name: '法务部', parent_id: 1 })
  const id = place.emulator.snapshot().departments.find(({ name }) => name === '法务部')?.dept_id ?? 0
  place.emulator.console('createUser', { userid: 'zhenger', name: '郑二', mobile: '10012345679', dept_id_list: [id] })
  expect((await place.run(['pull'])).stderr).toMatch(/2 more things/)
  expect(diffOf(place)).toEqual([])
  const { code, stdout } = await place.run(['pull', '--adopt', '--format', 'json'])
  const document = JSON.parse(stdout)
  const valid = new Ajv({ strict: true, allowUnionTypes: true }).compile(published(pullSchema))
  expect([code, valid(document), valid.errors]).toEqual([0, true, null])
  expect(stdout).not.toContain('12345679')
  expect(document.taken.map(({ what, key, file }: Record<string, string>) => [what, key, file]).sort()).toEqual([
    ['added', 'zhenger', 'departments/法务部/people.yaml'],
    ['added', '法务部', 'departments/法务部/department.yaml'],
  ])
  expect((await place.files())['departments/法务部/people.yaml']).toMatch(
    /^- userid: zhenger\n {2}name: 郑二\n {2}order: \d+\n$/,
  )
})

test('nothing is taken of half a read, of another company, or into files that are wrong', async () => {
  const place = await committed()
  place.emulator.console('updateUser', { userid: 'lilei', title: '架构师' })
  place.emulator.inject({ match: { operation: 'listUsers' }, do: { refuse: { errcode: 50002 } } })
  const half = await place.run(['pull', '--lang', 'en'])
  expect([half.code, half.stderr]).toEqual([3, expect.stringContaining('could not be read as a whole')])
  place.emulator.clearFaults()
  await place.edit({ 'rollbook.yaml': 'version: 1\ncorp: dingcorp0002\nlanguage: en\n' })
  const other = await place.run(['pull', '--lang', 'en'])
  expect([other.code, other.stderr]).toEqual([3, expect.stringContaining('rollbook plan')])
  await place.edit({ 'rollbook.yaml': 'version: 1\nlanguge: en\n' })
  expect((await place.run(['pull'])).code).toBe(4)
  expect(diffOf(place).filter((line) => line.includes('架构师'))).toEqual([])
})

test('managers in a circle leave one of them out, with the reason in both languages and in JSON', async () => {
  const place = await committed()
  place.emulator.console('updateUser', { userid: 'lilei', manager_userid: 'zhoujie' })
  await place.edit({
    'departments/研发部/people.yaml': [
      '- {userid: lilei, name: 李雷, mobile: "10012345671", title: 工程师, manager_userid: zhoujie}',
      '- {userid: hanmeimei, name: 韩梅梅, mobile: "10012345672", manager_userid: lilei}\n',
    ].join('\n'),
  })
  execFileSync('git', ['-C', place.folder, ...AUTHOR, 'commit', '-qam', 'managers'])
  place.emulator.console('updateUser', { userid: 'lilei', title: '架构师', manager_userid: 'hanmeimei' })
  const pull = (...more: string[]) => place.run(['pull', '--dry-run', '--base', 'HEAD', ...more])
  expect((await pull('--lang', 'en')).stdout).toMatch(
    /1 thing could not be taken:\n {2}李雷 manager: with it, who is above whom/,
  )
  expect((await pull('--lang', 'zh')).stdout).toMatch(
    /1 处没有收进文件：\n {2}李雷 直属主管: 照着收，谁在谁上面就绕成了一圈/,
  )
  const { code, stdout } = await pull('--format', 'json')
  const document = JSON.parse(stdout)
  expect([code, document.notTaken, document.taken.map(({ key }: { key: string }) => key)]).toEqual([
    2,
    [
      {
        kind: 'user',
        key: 'lilei',
        why: 'circle',
        field: 'manager_userid',
        names: { kind: 'user', key: 'hanmeimei' },
      },
    ],
    ['lilei'],
  ])
  expect(new Ajv({ strict: true, allowUnionTypes: true }).validate(published(pullSchema), document)).toBe(true)
})
