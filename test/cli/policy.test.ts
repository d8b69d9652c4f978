import { execFileSync } from 'node:child_process'
import { mkdir, readFile, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Ajv } from 'ajv'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { smallCompany, type Workplace, workplace } from '../support/workplace.ts'

/** Policy through the real program: that of the base commit, approvals, and the two ways to name a reviewed plan. */

const enabled = 'version: 1\ncorp: dingcorp0001\nlanguage: en\ndeletions: {users: enabled, departments: enabled}\n'
const strict = `${enabled}limits:\n  users.remove: {floor: 0, percent: 0, ceiling: 0}\nprotected: {users: [zhoujie]}\n`
const without = { 'departments/市场部/people.yaml': '# nobody\n[]\n' }

/** A company that was applied once, in a repository whose one commit holds its files. */
async function committed(policy: string): Promise<Workplace & { git: (...args: string[]) => string }> {
  const place = await workplace({ ...smallCompany, 'rollbook.yaml': policy })
  expect((await place.run(['apply', '--yes'])).code).toBe(0)
  const git = (...args: string[]) =>
    execFileSync('git', ['-C', place.folder, '-c', 'user.name=t', '-c', 'user.email=t@example.com', ...args], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    })
  git('init', '-q', '-b', 'main')
  git('add', '.')
  git('commit', '-qm', 'first')
  return { ...place, git }
}

interface Document {
  readonly hash: string
  readonly base?: string
  readonly refusals: readonly { readonly code: string; readonly base?: true; readonly approvable: boolean }[]
  readonly approved: readonly { readonly code: string }[]
  readonly approval?: { readonly file: string; readonly yaml: string }
}
async function planned(place: Workplace, ...args: string[]): Promise<Document> {
  const { code, stdout, stderr } = await place.run(['plan', '--format', 'json', ...args])
  expect([code, stderr.includes('Error')]).toEqual([0, false])
  const document = JSON.parse(stdout)
  const schema = JSON.parse(await readFile(join(import.meta.dirname, '../../schema/plan.schema.json'), 'utf8'))
  const ajv = new Ajv({ strict: false })
  expect([ajv.validate(schema, document), ajv.errors]).toEqual([true, null])
  return document
}
const codes = ({ refusals }: Document) => refusals.map(({ code, base }) => (base ? `${code} (base)` : code))

describe('policy from the base commit', () => {
  test('a change that lifts its own limit, and takes somebody off protected, is still refused', async () => {
    const place = await committed(strict)
    await place.edit({ ...without, 'rollbook.yaml': enabled })
    expect(codes(await planned(place))).toEqual([])
    const plan = await planned(place, '--base', 'main')
    expect(codes(plan)).toEqual(['protected (base)', 'limit-exceeded (base)'])
    expect(plan.base).toBe(place.git('rev-parse', 'HEAD').trim())
    const written = place.written()
    const { code, stdout } = await place.run(['apply', '--yes', '--base', 'HEAD'])
    expect([code, place.written()]).toEqual([3, written])
    expect(stdout).toContain('by rollbook.yaml at the base commit')
    expect(stdout).toContain('a change cannot lift its own limits')
  })

  test('once the policy is merged, the next change goes through', async () => {
    const place = await committed(strict)
    await place.edit({ 'rollbook.yaml': enabled })
    place.git('commit', '-qam', 'policy')
    await place.edit(without)
    expect(codes(await planned(place, '--base', 'main'))).toEqual([])
    expect(codes(await planned(place, '--base', 'HEAD~1'))).toEqual(['protected (base)', 'limit-exceeded (base)'])
  })

  test('the stricter of the two counts, also when that is the one at hand', async () => {
    const place = await committed(enabled)
    await place.edit({ ...without, 'rollbook.yaml': strict })
    expect(codes(await planned(place, '--base', 'main'))).toEqual(['protected', 'limit-exceeded'])
  })

  test('a base commit without rollbook.yaml has the defaults: deletions are off', async () => {
    const place = await committed(enabled)
    place.git('rm', '-q', '--cached', 'rollbook.yaml')
    place.git('commit', '-qm', 'none')
    await place.edit(without)
    expect(codes(await planned(place, '--base', 'HEAD'))).toEqual(['deletion-plan-only (base)'])
  })

  test('the folder may stand anywhere in the repository', async () => {
    const place = await committed(strict)
    const { folder } = await workplace({})
    execFileSync('git', ['clone', '-q', place.folder, join(folder, 'clone')])
    const inner = join(folder, 'clone/corps/one')
    await mkdir(inner, { recursive: true })
    for (const entry of ['departments', 'roles', 'rollbook.yaml', 'rollbook.lock.json'])
      execFileSync('git', ['-C', join(folder, 'clone'), 'mv', entry, 'corps/one/'])
    execFileSync('git', [
      '-C',
      join(folder, 'clone'),
      '-c',
      'user.name=t',
      '-c',
      'user.email=t@example.com',
      'commit',
      '-qm',
      'moved',
    ])
    await writeFile(join(inner, 'departments/市场部/people.yaml'), '[]\n')
    await writeFile(join(inner, 'rollbook.yaml'), enabled)
    const { stdout } = await place.run(['plan', '-d', inner, '--format', 'json', '--base', 'HEAD'])
    expect(codes(JSON.parse(stdout))).toEqual(['protected (base)', 'limit-exceeded (base)'])
  })

  test('that was not valid is refused, at its line, and nothing is asked of DingTalk', async () => {
    const place = await committed(enabled)
    await place.edit({ 'rollbook.yaml': 'version: 1\nlimits: {users.remove: {florr: 1}}\n' })
    place.git('commit', '-qam', 'broken')
    await place.edit({ 'rollbook.yaml': enabled })
    const calls = place.emulator.log.length
    const { code, stderr } = await place.run(['plan', '--base', 'main'])
    expect([code, place.emulator.log.length]).toEqual([4, calls])
    expect(stderr).toMatch(/rollbook\.yaml@[0-9a-f]{12}:2:\d+.*florr/)
  })

  test('that was a link to somewhere else is refused', async () => {
    const place = await committed(enabled)
    place.git('rm', '-q', '--cached', 'rollbook.yaml')
    await symlink('/etc/hostname', join(place.folder, 'link'))
    const blob = place.git('hash-object', '-w', '--no-filters', 'link').trim()
    place.git('update-index', '--add', '--cacheinfo', `120000,${blob},rollbook.yaml`)
    place.git('commit', '-qm', 'link')
    execFileSync('rm', [join(place.folder, 'link')])
    expect((await place.run(['plan', '--base', 'HEAD'])).code).toBe(4)
  })

  test.each([
    ['no such commit', 'nowhere', /no commit nowhere/],
    ['an option', '--output=x', /name of a commit/],
    ['a path', 'HEAD:rollbook.yaml', /name of a commit/],
    ['a range', 'main..main', /name of a commit/],
  ])('%s is wrong usage', async (_, ref, message) => {
    const place = await committed(enabled)
    const { code, stderr, stdout } = await place.run(['plan', `--base=${ref}`, '--lang', 'en'])
    expect([code, stdout]).toEqual([64, ''])
    expect(stderr).toMatch(message)
    expect(stderr).not.toMatch(/mistake of Rollbook/)
  })

  test('outside a repository is wrong usage', async () => {
    const { run } = await workplace({ ...smallCompany, 'rollbook.yaml': enabled })
    const { code, stderr } = await run(['plan', '--base', 'main'])
    expect(code).toBe(64)
    expect(stderr).toMatch(/not in the work tree of a git repository/)
  })
})

describe('an approval', () => {
  async function stopped(): Promise<Workplace> {
    const place = await workplace({ ...smallCompany, 'rollbook.yaml': strict })
    expect((await place.run(['apply', '--yes'])).code).toBe(0)
    await place.edit(without)
    return place
  }

  test.each(['json', 'text', 'markdown'])(
    'pasted as the plan prints it (%s) lets this plan through, once',
    async (format) => {
      const place = await stopped()
      const { stdout } = await place.run(['plan', '--format', format])
      const { approval, hash } = await planned(place)
      const file = /approvals\/[0-9a-f]{64}\.yaml/.exec(stdout)?.[0] ?? ''
      expect(file).toBe(`approvals/${hash.slice('sha256:'.length)}.yaml`)
      const yaml =
        format === 'json'
          ? (approval?.yaml ?? '')
          : format === 'markdown'
            ? (/```yaml\n([\s\S]*?)```/.exec(stdout)?.[1] ?? '')
            : (/\n\n((?: {4}.*\n)+)/.exec(stdout)?.[1] ?? '').replaceAll(/^ {4}/gm, '')
      expect(parse(yaml)).toMatchObject({
        plan: hash,
        approves: [{ refusal: 'protected', users: ['zhoujie'] }, { limit: 'users.remove' }],
      })
      await place.edit({ [file]: yaml })
      const through = await planned(place)
      expect([codes(through), through.approved.map(({ code }) => code)]).toEqual([[], ['protected', 'limit-exceeded']])
      const { code, stdout: applied } = await place.run(['apply', '--yes', '--lang', 'en'])
      expect(code).toBe(0)
      expect(applied).toContain(`approved by ${file}`)
      // Somebody protected who is gone from files and lock alike is a name that means nobody any more.
      await place.edit({ 'rollbook.yaml': enabled })
      const after = await place.run(['plan', '--lang', 'en'])
      expect(after.stdout).toMatch(/approves another plan/)
    },
  )

  test('does not hold any more once the plan has changed by a single object', async () => {
    const place = await stopped()
    const { approval } = await planned(place)
    await place.edit({ [approval?.file ?? '']: approval?.yaml ?? '' })
    await place.edit({ 'departments/研发部/department.yaml': 'order: 11\nmanagers: [lilei]\n' })
    expect(codes(await planned(place))).toEqual(['protected', 'limit-exceeded'])
    expect((await place.run(['apply', '--yes'])).code).toBe(3)
  })

  test('that is mistyped ends with 4, at its line', async () => {
    const place = await stopped()
    const { approval } = await planned(place)
    await place.edit({
      [approval?.file ?? '']: (approval?.yaml ?? '').replace('refusal: protected', 'refusal: wrong-company'),
    })
    const { code, stderr } = await place.run(['apply', '--yes'])
    expect(code).toBe(4)
    expect(stderr).toMatch(/approvals\/[0-9a-f]{64}\.yaml:5:14/)
  })
})

test('somebody protected whose file is gone is refused by the guard, and a misspelt name by the check', async () => {
  const place = await workplace({ ...smallCompany, 'rollbook.yaml': strict })
  expect((await place.run(['apply', '--yes'])).code).toBe(0)
  await place.edit(without)
  expect((await place.run(['validate'])).code).toBe(0)
  expect((await place.run(['apply', '--yes'])).code).toBe(3)
  await place.edit({ 'rollbook.yaml': strict.replace('zhoujie', 'zhuojie') })
  expect((await place.run(['apply', '--yes'])).code).toBe(4)
})

test('"apply" with a saved plan and the hash of another one is wrong usage, and nothing is written', async () => {
  const place = await workplace(smallCompany)
  const out = join(place.folder, '.plan.json')
  await place.run(['plan', '--out', out])
  const { hash } = JSON.parse(await readFile(out, 'utf8'))
  const other = `sha256:${'0'.repeat(64)}`
  const { code, stderr } = await place.run(['apply', '--yes', '--plan', out, '--plan-hash', other])
  expect([code, place.written()]).toEqual([64, 0])
  expect(stderr).toContain(hash)
  expect((await place.run(['apply', '--yes', '--plan', out, '--plan-hash', hash])).code).toBe(0)
})
