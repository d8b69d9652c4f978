import { readFile, rm, symlink } from 'node:fs/promises'
import { join } from 'node:path'
import { Ajv } from 'ajv'
import { describe, expect, test } from 'vitest'
import type { Emulator } from '../../src/emulator/server.ts'
import { rollbook } from '../support/command.ts'
import { smallCompany, type Workplace, workplace } from '../support/workplace.ts'

/** From files to DingTalk through the real program: what each command prints where, how it ends, what it leaves behind. */

const ajv = new Ajv({ strict: false })
async function schemaErrors(name: string, document: unknown): Promise<unknown> {
  const schema = JSON.parse(await readFile(join(import.meta.dirname, `../../schema/${name}.schema.json`), 'utf8'))
  return ajv.validate(schema, document) ? [] : ajv.errors
}

const [lock, people] = ['rollbook.lock.json', 'departments/研发部/people.yaml']

async function applied(files = smallCompany): Promise<Workplace> {
  const place = await workplace(files)
  expect((await place.run(['apply', '--yes'])).code).toBe(0)
  return place
}

describe('validate', () => {
  test('of sound files says how much there is, offline and without a credential', async () => {
    const { folder, emulator } = await workplace(smallCompany)
    const { code, stdout, stderr } = await rollbook(['validate', '-d', folder, '--lang', 'en'])
    expect([code, stderr]).toEqual([0, ''])
    expect(stdout).toMatch(/fine: 2 departments, 3 people, 1 roles?/)
    const json = await rollbook(['validate', '-d', folder, '--format', 'json'])
    expect(json.code).toBe(0)
    expect(JSON.parse(json.stdout)).toMatchObject({ counts: { departments: 2, people: 3, roles: 1 }, problems: [] })
    expect(await schemaErrors('problems', JSON.parse(json.stdout))).toEqual([])
    expect(emulator.log).toEqual([])
  })

  const broken = {
    'departments/市场部/people.yaml': '- userid: zhoujie\n  name: 周杰\n  titel: 经理\n  manager_userid: nobody\n',
  }

  test('of broken files ends with 4, and names every problem with file, line, column and what to type', async () => {
    const { run } = await workplace({ ...smallCompany, ...broken })
    const { code, stdout } = await run(['validate', '--lang', 'en'])
    expect(code).toBe(4)
    expect(stdout).toMatch(/departments\/市场部\/people\.yaml:3:3.*titel/)
    expect(stdout).toMatch(/title/)
    expect(stdout).toMatch(/departments\/市场部\/people\.yaml:4:19.*nobody/)
    const zh = await run(['validate', '--lang', 'zh'])
    expect([zh.code, zh.stdout === stdout]).toEqual([4, false])
    expect(zh.stdout).toMatch(/departments\/市场部\/people\.yaml:3:3/)
  })

  test.each(['validate', 'plan', 'apply --yes'])(
    '"%s" of broken files prints one JSON document, and reads nothing',
    async (args) => {
      const { run, emulator } = await workplace({ ...smallCompany, ...broken })
      const { code, stdout } = await run([...args.split(' '), '--format', 'json'])
      expect(code).toBe(4)
      const document = JSON.parse(stdout)
      expect(await schemaErrors('problems', document)).toEqual([])
      expect(document.problems).toMatchObject([
        { code: 'unknown-field', file: 'departments/市场部/people.yaml', line: 3, column: 3 },
        { code: 'unknown-person', file: 'departments/市场部/people.yaml', line: 4, column: 19 },
      ])
      expect(emulator.log).toEqual([])
    },
  )

  test('of a folder that does not exist ends with 4 and says which', async () => {
    const { code, stdout, stderr } = await rollbook(['validate', '-d', 'no/such/folder', '--lang', 'en'])
    expect(code).toBe(4)
    expect(stdout + stderr).toMatch(/no\/such\/folder/)
  })

  test.each([
    ['with merge marks', '{\n<<<<<<< HEAD\n}\n', /rollbook\.lock\.json:2:1 .*conflict was not resolved/],
    ['that is cut off', '{', /rollbook\.lock\.json:1:2 .*cut off/],
    ['that is not JSON', '{]', /rollbook\.lock\.json:1:2 .*not JSON/],
  ])('"plan" and "apply" with a lock %s end with 4, and touch nothing', async (_, text, message) => {
    const { run, emulator } = await workplace({ ...smallCompany, [lock]: text })
    for (const args of [['plan'], ['apply', '--yes']]) {
      const { code, stdout, stderr } = await run(args)
      expect([code, stdout]).toEqual([4, ''])
      expect(stderr).toMatch(message)
      expect(stderr).toMatch(/rollbook lock rebuild/)
    }
    expect(emulator.log).toEqual([])
  })
})

describe('plan', () => {
  test('prints the plan on stdout, writes nothing anywhere, and ends with 0 or, where asked for, 2', async () => {
    const { run, files, emulator, written } = await workplace(smallCompany)
    const [before, company] = [await files(), emulator.snapshot()]
    const plan = await run(['plan'])
    expect(plan.code).toBe(0)
    expect(plan.stdout).toMatch(/李雷 joins 研发部/)
    expect(plan.stdout).toMatch(/rollbook apply/)
    expect((await run(['plan', '--detailed-exitcode'])).code).toBe(2)
    expect([await files(), emulator.snapshot(), written()]).toEqual([before, company, 0])
  })

  test('of a company that equals its files is empty, and ends with 0 in any case', async () => {
    const { run } = await applied()
    const plan = await run(['plan', '--detailed-exitcode'])
    expect(plan.code).toBe(0)
    expect(plan.stdout).toMatch(/[Nn]othing will change in DingTalk/)
    const json = JSON.parse((await run(['plan', '--format', 'json'])).stdout)
    expect(json.changes).toEqual([])
  })

  test('as JSON is what the schema says, equal for equal inputs, and the same as what --out saves', async () => {
    const { run, folder } = await workplace(smallCompany)
    const out = join(folder, '../plan-of-a-test.json')
    const [one, other] = [
      await run(['plan', '--format', 'json', '--out', out]),
      await run(['plan', '--format', 'json']),
    ]
    expect(one.code).toBe(0)
    expect(await schemaErrors('plan', JSON.parse(one.stdout))).toEqual([])
    expect(other.stdout).toBe(one.stdout)
    expect(await readFile(out, 'utf8')).toBe(one.stdout)
    await rm(out)
  })

  test('as Markdown is one comment with the same content', async () => {
    const { run } = await workplace(smallCompany)
    const { code, stdout } = await run(['plan', '--format', 'markdown'])
    expect(code).toBe(0)
    expect(stdout).toMatch(/^#+ /m)
    expect(stdout).toMatch(/李雷/)
  })
})

describe('apply', () => {
  test('makes it so, step by step on stderr, and the next plan is empty', async () => {
    const { run, emulator } = await workplace(smallCompany)
    const { code, stdout, stderr } = await run(['apply', '--yes'])
    expect(code).toBe(0)
    expect(stderr.match(/^\[\d\/8\] done /gm)).toHaveLength(8)
    expect(stdout).toMatch(/李雷 joins 研发部/)
    expect(
      emulator
        .snapshot()
        .users.map(({ userid }) => userid)
        .sort(),
    ).toEqual(['hanmeimei', 'lilei', 'zhoujie'])
    expect((await run(['plan', '--detailed-exitcode'])).code).toBe(0)
  })

  test('as JSON prints one result document on stdout', async () => {
    const { run } = await workplace(smallCompany)
    const { code, stdout } = await run(['apply', '--yes', '--format', 'json'])
    const document = JSON.parse(stdout)
    expect([code, await schemaErrors('result', document)]).toEqual([0, []])
    expect(document.summary).toEqual({ changes: 8, applied: 8, failed: 0, skipped: 0, unstarted: 0 })
    const again = JSON.parse((await run(['apply', '--yes', '--format', 'json'])).stdout)
    expect(again.outcomes).toEqual([])
    expect(await schemaErrors('result', again)).toEqual([])
  })

  test('applies a saved plan, by its file or its hash', async () => {
    const { run, folder, edit } = await workplace(smallCompany)
    const out = join(folder, '../reviewed-plan-of-a-test.json')
    expect((await run(['plan', '--out', out])).code).toBe(0)
    expect((await run(['apply', '--plan', out, '--yes'])).code).toBe(0)
    await edit({ 'departments/市场部/people.yaml': '- {userid: zhoujie, name: 周杰伦}\n' })
    const { hash } = JSON.parse((await run(['plan', '--format', 'json'])).stdout)
    expect((await run(['apply', '--plan-hash', hash, '--yes'])).code).toBe(0)
    await rm(out)
  })

  test.each<readonly [string, (saved: string) => string, RegExp]>([
    ['is cut off', (saved) => saved.slice(0, -5), /not whole JSON \(\d+:\d+\)[\s\S]*rollbook plan --out/],
    [
      'is a text with a hash in it',
      (saved) => `{"note": ${JSON.stringify(saved)}}`,
      /not a plan .*rollbook plan --out/,
    ],
    ['says its hash twice', (saved) => saved.replace('"hash"', '"hash": "sha256:0", "hash"'), /not whole JSON/],
    ['holds the hash of something else', (saved) => `{"before": ${saved}, "hash": "x"}`, /not a plan/],
    ['has a hash that is none', (saved) => saved.replace(/sha256:[0-9a-f]{64}/, 'sha256:1'), /wrong at \/hash/],
  ])('refuses a file for a plan that %s, before any call', async (_, spoil, message) => {
    const { run, folder, edit, emulator } = await workplace(smallCompany)
    const saved = (await run(['plan', '--format', 'json'])).stdout
    await edit({ '../a-plan-of-a-test.json': spoil(saved) })
    const file = join(folder, '../a-plan-of-a-test.json')
    const calls = emulator.log.length
    const { code, stderr } = await run(['apply', '--plan', file, '--yes', '--lang', 'en'])
    expect([code, stderr]).toEqual([64, expect.stringMatching(message)])
    expect(emulator.log).toHaveLength(calls)
    await rm(file)
  })

  test('follows no link to a plan, and reads no device', async () => {
    const { run, folder } = await workplace(smallCompany)
    const [out, link] = [join(folder, '../linked-plan-of-a-test.json'), join(folder, '../link-of-a-test.json')]
    await run(['plan', '--out', out])
    await symlink(out, link)
    for (const file of [link, folder, '/dev/zero']) {
      const { code, stderr } = await run(['apply', '--plan', file, '--yes', '--lang', 'zh'])
      expect([code, stderr]).toEqual([64, expect.stringMatching(/不是普通文件[\s\S]*rollbook plan --out/)])
    }
    await Promise.all([rm(out), rm(link)])
  })

  const drifts: readonly (readonly [string, (emulator: Emulator) => void, readonly string[]])[] = [
    ['in DingTalk', (emulator) => emulator.console('createDepartment', { name: '市场部', parent_id: 1 }), []],
    ['in the files', () => {}, ['departments/新部/department.yaml']],
  ]
  test.each(drifts)(
    'refuses a saved plan when something changed %s since, and writes nothing',
    async (_, drift, added) => {
      const place = await workplace(smallCompany)
      const out = join(place.folder, '../stale-plan-of-a-test.json')
      expect((await place.run(['plan', '--out', out])).code).toBe(0)
      drift(place.emulator)
      for (const file of added) await place.edit({ [file]: 'order: 5\n' })
      const [company, files] = [place.emulator.snapshot(), await place.files()]
      const { code, stderr } = await place.run(['apply', '--plan', out, '--yes'])
      expect(code).toBe(3)
      expect(stderr).toMatch(/not the one that was reviewed.*sha256:.*sha256:/)
      const { '.rollbook/.gitignore': _workspace, ...after } = await place.files()
      expect([place.emulator.snapshot(), after, place.written()]).toEqual([company, files, 0])
      await rm(out)
    },
  )

  test.each([
    ['that is no plan', '{}\n'],
    ['that does not exist', undefined],
  ])('refuses a plan file %s, and writes nothing', async (_, text) => {
    const { run, folder, edit, emulator } = await workplace(smallCompany)
    if (text !== undefined) await edit({ 'plan.json': text })
    const { code, stderr } = await run(['apply', '--plan', join(folder, 'plan.json'), '--yes'])
    expect([code, emulator.log]).toEqual([text === undefined ? 1 : 64, []])
    expect(stderr).toMatch(/plan\.json/)
  })

  test('that is incomplete ends with 5, says why and what next; the next run completes it, and the plan is empty', async () => {
    const { run, emulator } = await workplace(smallCompany)
    emulator.inject({
      match: { operation: 'createUser', where: ({ userid }) => userid === 'lilei' },
      do: { refuse: { errcode: 60104 } },
    })
    const first = await run(['apply', '--yes', '--lang', 'en'])
    expect(first.code).toBe(5)
    expect(first.stdout).toMatch(/7 of 8/)
    expect(first.stdout).toMatch(/60104/)
    expect(first.stdout).toMatch(/rollbook explain 60104/)
    expect(first.stdout).toMatch(/rollbook apply/)
    const second = await run(['apply', '--yes'])
    expect(second.code).toBe(0)
    expect((await run(['plan', '--detailed-exitcode'])).code).toBe(0)
  })

  test('that is incomplete as JSON names the code, and is what the schema says', async () => {
    const { run, emulator } = await workplace(smallCompany)
    emulator.inject({ match: { operation: 'createDepartment' }, do: { refuse: { errcode: 60009 } }, times: 2 })
    const { code, stdout } = await run(['apply', '--yes', '--format', 'json'])
    const document = JSON.parse(stdout)
    expect([code, await schemaErrors('result', document)]).toEqual([5, []])
    expect(document.outcomes).toContainEqual(
      expect.objectContaining({ status: 'failed', key: '研发部', error: expect.objectContaining({ code: '60009' }) }),
    )
    expect(document.outcomes).toContainEqual(
      expect.objectContaining({ status: 'skipped', key: 'lilei', because: { kind: 'department', key: '研发部' } }),
    )
  })

  test('says what an administrator has to grant when the app lacks a permission', async () => {
    const { run, emulator } = await workplace(smallCompany)
    emulator.state.missingPermissions.add('qyapi_get_department_list')
    const { code, stdout, stderr } = await run(['apply', '--yes', '--lang', 'en'])
    expect([code, stdout]).toEqual([1, ''])
    expect(stderr).toMatch(/60011/)
    expect(stderr).toMatch(/qyapi_get_department_list/)
  })

  test('with a wrong secret ends with 1, says so, and does not repeat it', async () => {
    const { run, written } = await workplace(smallCompany)
    const { code, stderr } = await run(['apply', '--yes', '--lang', 'en'], {
      env: { DINGTALK_CLIENT_SECRET: 'wrong-secret-0123456789' },
    })
    expect([code, written()]).toEqual([1, 0])
    expect(stderr).toMatch(/DINGTALK_CLIENT_SECRET/)
    expect(stderr).not.toMatch(/wrong-secret-0123456789/)
    expect(stderr).not.toMatch(/^\s+at /m)
  })
})

describe('a refusal ends with 3, names what it refuses and how to allow it, and writes nothing', () => {
  const enabled = (more = '') => ({
    'rollbook.yaml': `version: 1\ncorp: dingcorp0001\nlanguage: en\ndeletions: {users: enabled, departments: enabled, roles: enabled}\n${more}`,
  })
  const without: { [path: string]: string } = {
    [people]: '- {userid: lilei, name: 李雷}\n',
    'roles/岗位.yaml': 'roles:\n- {name: 会计, members: []}\n',
  }
  type Case = readonly [what: string, code: string, change: (place: Workplace) => Promise<unknown>, names: RegExp]
  const cases: readonly Case[] = [
    [
      'a deletion that is not enabled',
      'deletion-plan-only',
      ({ edit }) => edit(without),
      /韩梅梅[\s\S]*users: enabled/,
    ],
    [
      'a limit',
      'limit-exceeded',
      ({ edit }) => edit({ ...without, ...enabled('limits: {users.remove: {floor: 0, percent: 0}}\n') }),
      /韩梅梅|users\.remove/,
    ],
    [
      'another company by the credential',
      'wrong-company',
      ({ edit }) =>
        edit({ 'rollbook.yaml': 'version: 1\ncorp: dingcorp9999\n', 'departments/新部/department.yaml': '' }),
      /dingcorp9999/,
    ],
    [
      'another company by the lock',
      'wrong-company',
      async ({ edit, files }) => {
        const text = (await files())[lock] ?? ''
        await edit({ [lock]: text.replace('dingcorp0001', 'dingcorp0002'), 'departments/新部/department.yaml': '' })
      },
      /dingcorp0002/,
    ],
    [
      'files that are empty',
      'empty-desired',
      async ({ folder, edit }) => {
        for (const name of ['departments', 'roles']) await rm(join(folder, name), { recursive: true })
        await edit({ ...enabled(), 'departments/README.md': '' })
      },
      /folder/,
    ],
    [
      'a contact scope that shrank',
      'incomplete-read',
      async ({ emulator, edit }) => {
        const [, department] = emulator.snapshot().departments
        emulator.state.scope = { departments: [department?.dept_id ?? 0], users: [] }
        await edit({ 'departments/新部/department.yaml': '' })
      },
      /scope/,
    ],
    [
      'a page that is missing',
      'incomplete-read',
      async ({ emulator, edit }) => {
        emulator.inject({ match: { operation: 'listUsers', nth: 2 }, do: { emptyResult: true }, times: 99 })
        await edit({ 'departments/新部/department.yaml': '' })
      },
      /DingTalk counts 3/,
    ],
    [
      'a mobile that would need a replacement',
      'mobile-replacement',
      ({ edit }) =>
        edit({ 'departments/市场部/people.yaml': '- {userid: zhoujie, name: 周杰, mobile: "10099999999"}\n' }),
      /周杰|zhoujie/,
    ],
    [
      'a department in which others keep one',
      'unmanaged-below',
      async ({ emulator, edit, folder }) => {
        const found = emulator.snapshot().departments.find(({ name }) => name === '市场部')
        emulator.console('createDepartment', { name: '别人的组', parent_id: found?.dept_id ?? 0 })
        await rm(join(folder, 'departments/市场部'), { recursive: true })
        await edit({ ...enabled(), 'departments/研发部/zhou.yaml': 'userid: zhoujie\nname: 周杰\n' })
      },
      /别人的组/,
    ],
  ]
  test.each(cases)('%s', async (_, code, change, names) => {
    const place = await applied()
    await change(place)
    const [company, files, written] = [place.emulator.snapshot(), await place.files(), place.written()]
    const plan = await place.run(['plan', '--format', 'json'])
    expect(plan.code).toBe(0)
    const document = JSON.parse(plan.stdout)
    expect(await schemaErrors('plan', document)).toEqual([])
    expect(document.refusals.map((refusal: { code: string }) => refusal.code)).toContain(code)
    const { code: exit, stdout } = await place.run(['apply', '--yes', '--lang', 'en'])
    expect(exit).toBe(3)
    expect(stdout).toMatch(/Stopped/)
    expect(stdout).toMatch(names)
    expect([place.emulator.snapshot(), await place.files(), place.written()]).toEqual([company, files, written])
  })
})
