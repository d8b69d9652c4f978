import { mkdir, readdir, readFile, rm, symlink } from 'node:fs/promises'
import { join } from 'node:path'
import { Ajv } from 'ajv'
import { describe, expect, test } from 'vitest'
import { rollbook } from '../support/command.ts'
import { temporaryFolder } from '../support/files.ts'
import { repository } from '../support/repository.ts'
import { appliedWorkplace, smallCompany } from '../support/workplace.ts'

/** `plan --refresh none` through the real program: no credential in its environment, and no DingTalk to be reached. */

const joiner = { 'departments/市场部/wangwu.yaml': 'userid: wangwu\nname: 王五\nmobile: "10012345674"\n' }
const without = { 'departments/市场部/people.yaml': '# nobody\n[]\n' }

/** A company that was applied and committed. */
async function committed() {
  const place = await appliedWorkplace()
  const git = repository(place.folder)
  const offline = (...args: string[]) =>
    rollbook(['plan', '-d', place.folder, '--base', 'HEAD', '--refresh', 'none', ...args])
  return { ...place, git, offline }
}

describe('a plan that asks nobody', () => {
  test('needs no credential, says in its first lines that nothing was read, and what it could not judge', async () => {
    const place = await committed()
    await place.edit(joiner)
    const { code, stdout, stderr } = await place.offline()
    expect([code, stderr]).toEqual([0, ''])
    expect(stdout).toMatch(/^Offline plan · 1 joining[^\n]*\nDingTalk was not read/)
    expect(stdout).toContain('王五')
    expect(stdout).toContain('Only DingTalk can tell')
    expect(stdout).toContain('Look again with DingTalk connected: rollbook plan')
    expect((await place.offline('--lang', 'zh')).stdout).toMatch(/^离线预览 · 入职 1 人[^\n]*\n没有读取钉钉/)
    expect((await place.offline('--detailed-exitcode')).code).toBe(2)
  })

  test('is a document that the published schema accepts, with no mobile in clear', async () => {
    const place = await committed()
    await place.edit(joiner)
    const { stdout } = await place.offline('--format', 'json')
    const document = JSON.parse(stdout)
    const schema = JSON.parse(await readFile(join(import.meta.dirname, '../../schema/plan.schema.json'), 'utf8'))
    const ajv = new Ajv({ strict: false })
    expect([ajv.validate(schema, document), ajv.errors]).toEqual([true, null])
    expect(document).toMatchObject({
      refresh: 'none',
      complete: false,
      summary: { create: 1, update: 0, move: 0, replace: 0, delete: 0 },
      unjudged: expect.arrayContaining(['incomplete-read', 'administrators']),
      base: place.git('rev-parse', 'HEAD').trim(),
    })
    expect(stdout).not.toContain('10012345674')
  })

  test('says that nothing changes where nothing does, and leaves repository and machine as they were', async () => {
    const place = await committed()
    const status = place.git('status', '--porcelain')
    const scratch = await temporaryFolder()
    const { code, stdout } = await rollbook(
      ['plan', '-d', place.folder, '--base', 'HEAD', '--refresh', 'none', '--lang', 'zh', '--detailed-exitcode'],
      { env: { TMPDIR: scratch } },
    )
    expect([code, stdout]).toEqual([0, expect.stringContaining('钉钉里不会有任何变化')])
    expect([place.git('status', '--porcelain'), await readdir(scratch)]).toEqual([status, []])
  })

  test('is refused by the policy of files and base commit like any other', async () => {
    const place = await committed()
    await place.edit({ ...without, 'rollbook.yaml': `${smallCompany['rollbook.yaml']}deletions: {users: enabled}\n` })
    const { stdout } = await place.offline('--format', 'json')
    const { refusals, approval } = JSON.parse(stdout)
    expect(refusals.map(({ code, base }: { code: string; base?: true }) => [code, base])).toEqual([
      ['deletion-plan-only', true],
    ])
    expect(approval).toBeUndefined()
  })

  test('of a commit before the directory existed creates everything', async () => {
    const place = await committed()
    place.git('checkout', '-q', '--orphan', 'empty')
    place.git('rm', '-rq', '--cached', '.')
    place.git('commit', '-qm', 'nothing', '--allow-empty')
    const { stdout } = await place.offline('--format', 'json')
    expect(JSON.parse(stdout).summary).toEqual({ create: 8, update: 0, move: 0, replace: 0, delete: 0 })
  })

  test('compares a directory inside a repository with itself', async () => {
    const place = await committed()
    place.git('mv', 'rollbook.yaml', 'departments', 'roles', join(await mkdirIn(place.folder, 'corps/one')))
    place.git('commit', '-qam', 'moved')
    const inner = join(place.folder, 'corps/one')
    await place.edit({ 'corps/one/departments/市场部/wangwu.yaml': joiner['departments/市场部/wangwu.yaml'] })
    const { stdout } = await rollbook(['plan', '-d', inner, '--base', 'HEAD', '--refresh', 'none', '--format', 'json'])
    expect(JSON.parse(stdout).summary.create).toBe(1)
  })
})

describe('what is wrong', () => {
  test('files that were not valid at the base commit end with 4 and name it', async () => {
    const place = await committed()
    await place.edit({ 'departments/市场部/people.yaml': '- {userid: zhoujie, nmae: 周杰}\n' })
    place.git('commit', '-qam', 'broken')
    await place.edit(smallCompany)
    const { code, stderr } = await place.offline()
    const commit = place.git('rev-parse', 'HEAD').slice(0, 12)
    expect([code, stderr]).toEqual([4, expect.stringContaining(`departments/市场部/people.yaml@${commit}:1:`)])
    expect(stderr).toContain('name a later commit with --base')
  })

  test('a link at the base commit is refused, and not followed', async () => {
    const place = await committed()
    await symlink('/etc/passwd', join(place.folder, 'departments/市场部/linked.yaml'))
    place.git('add', '.')
    place.git('commit', '-qm', 'link')
    await rm(join(place.folder, 'departments/市场部/linked.yaml'))
    const { code, stderr } = await place.offline()
    expect([code, stderr]).toEqual([4, expect.stringContaining('linked.yaml@')])
    expect(stderr).not.toContain('root:')
  })

  test('the hash and the saved file of an offline plan apply nothing', async () => {
    const place = await committed()
    await place.edit(joiner)
    const saved = join(place.folder, '.rollbook', 'plan.json')
    const { hash } = JSON.parse((await place.offline('--format', 'json', '--out', saved)).stdout)
    const written = place.written()
    const byFile = await place.run(['apply', '--yes', '--plan', saved])
    expect([byFile.code, byFile.stderr]).toEqual([64, expect.stringContaining('offline plan')])
    expect((await place.run(['apply', '--yes', '--plan-hash', hash])).code).toBe(3)
    expect(place.written()).toBe(written)
  })

  test('without --base there is nothing to compare with, and apply never goes without DingTalk', async () => {
    const place = await committed()
    const alone = await place.run(['plan', '--refresh', 'none'])
    expect([alone.code, alone.stderr]).toEqual([64, expect.stringContaining('--base origin/main')])
    const applied = await place.run(['apply', '--yes', '--base', 'HEAD', '--refresh', 'none'])
    expect([applied.code, applied.stderr]).toEqual([64, expect.stringContaining('rollbook plan alone')])
    expect((await place.run(['plan', '--refresh', 'some'])).code).toBe(64)
  })
})

async function mkdirIn(folder: string, path: string): Promise<string> {
  await mkdir(join(folder, path), { recursive: true })
  return path
}
