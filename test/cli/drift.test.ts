import { readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { Ajv } from 'ajv'
import { expect, test } from 'vitest'
import { driftSchema } from '../../src/core/drift-schema.ts'
import { published } from '../../src/core/json-schema.ts'
import { rollbook } from '../support/command.ts'
import { temporaryFolder } from '../support/files.ts'
import { type Git, repository } from '../support/repository.ts'
import { appliedWorkplace, smallCompany, workplace } from '../support/workplace.ts'

/** `rollbook drift` through the real program: what it calls drift, what it does not, and how it ends. */

const accepted = new Ajv({ strict: true, allowUnionTypes: true }).compile(published(driftSchema))
const research = 'departments/研发部/people.yaml'
const [lilei = '', untitled = ''] = (smallCompany[research] ?? '').split('\n')
const hanmeimei = untitled.replace('}', ', title: 助理}')
const company = { ...smallCompany, [research]: `${lilei}\n${hanmeimei}\n` }

/** A company in a repository, applied at its first commit. */
async function inGit() {
  const place = await workplace({ ...company, '.gitignore': '.rollbook/\n' })
  const git = repository(place.folder)
  expect((await place.run(['apply', '--yes'])).code).toBe(0)
  commit(git)
  const look = async (...args: string[]) => {
    const { code, stdout, stderr } = await place.run(['drift', '--format', 'json', ...args])
    const found = code === 0 || code === 2 || code === 3 ? JSON.parse(stdout) : {}
    if (code === 0 || code === 2 || code === 3) expect([accepted(found), accepted.errors]).toEqual([true, null])
    return { code, stdout, stderr, found }
  }
  return {
    place,
    git,
    look,
    retitle: (title: string) => place.emulator.console('updateUser', { userid: 'lilei', title }),
  }
}

function commit(git: Git): void {
  git('add', '.')
  git('commit', '-qm', 'next')
}

const brief = ({ differences }: { differences: { state: string; kind: string; key: string }[] }) =>
  differences.map(({ state, kind, key }) => `${state} ${kind} ${key}`)

test('files and DingTalk that agree are no drift: a clear word and exit 0', async () => {
  const { place, look, git } = await inGit()
  const { code, stdout } = await place.run(['drift'])
  const first = git('rev-parse', '--short=12', 'HEAD~1').trim()
  expect([code, stdout.split('\n')[0]]).toEqual([0, `Drift (since the last apply, commit ${first})`])
  expect(stdout).toContain('Files and DingTalk agree: there is no drift')
  expect((await look()).found).toMatchObject({ base: { from: 'lock' }, sure: true, differences: [] })
  expect((await place.run(['drift', '--lang', 'zh'])).stdout).toContain('文件和钉钉一致，没有线下改动')
})

test('what the console changed, what the files changed and what both did are told apart; nothing is written', async () => {
  const { place, look, retitle, git } = await inGit()
  retitle('总监')
  place.emulator.console('updateUser', { userid: 'hanmeimei', title: '主管' })
  place.emulator.console('deleteUser', { userid: 'zhoujie' })
  await place.edit({
    [research]: [lilei, hanmeimei.replace('助理', '经理'), '- {userid: zoe, name: 佐伊, mobile: "10012345679"}\n'].join(
      '\n',
    ),
  })
  commit(git)
  const before = [place.emulator.snapshot(), await place.files(), place.written()]
  const { code, stdout } = await place.run(['drift'])
  expect(code).toBe(2)
  expect(stdout).toMatch(
    /^Drift \(since the last apply, commit [0-9a-f]{12}\) · 1 conflict · 2 changed in DingTalk \(1 leaving and 1 person edited\) · 1 waiting for an apply \(1 joining\)\n/,
  )
  const at = (text: string) => stdout.indexOf(text)
  expect(at('Conflicts\n')).toBeGreaterThan(0)
  expect(stdout).toMatch(/韩梅梅.*departments\/研发部\/people\.yaml:2\n {4}DingTalk: .*主管.*\n {4}Files: .*经理/)
  expect(at('Changed in DingTalk · Leaving')).toBeGreaterThan(at('Conflicts\n'))
  expect(stdout).toMatch(
    /Changed in DingTalk · People edited\n {2}· 李雷.*工程师.*总监.*departments\/研发部\/people\.yaml:1/,
  )
  expect(at('Waiting for an apply · Joining')).toBeGreaterThan(at('Changed in DingTalk · People edited'))
  expect(stdout).not.toMatch(/1001234567\d/)
  const { found } = await look()
  expect(brief(found)).toEqual([
    'conflict user hanmeimei',
    'drift user lilei',
    'drift user zhoujie',
    'intended user zoe',
  ])
  expect(found.differences[1]).toMatchObject({
    name: '李雷',
    file: research,
    line: 1,
    fields: [{ path: ['title'], state: 'drift', files: '工程师', actual: '总监', base: '工程师' }],
  })
  const markdown = await place.run(['drift', '--format', 'markdown', '--lang', 'zh'])
  expect([markdown.code, markdown.stdout]).toEqual([2, expect.stringContaining('#### 钉钉里改了 · 修改资料')])
  expect([place.emulator.snapshot(), await place.files(), place.written()]).toEqual(before)
})

test('only edits of the files: no drift, exit 0, and what waits for an apply', async () => {
  const { place, look, git } = await inGit()
  await place.edit({ [research]: [lilei.replace('工程师', '总监'), hanmeimei, ''].join('\n') })
  expect(await look()).toMatchObject({ code: 0, found: { summary: { conflict: 0, drift: 0, intended: 1 } } })
  commit(git)
  const { code, stdout } = await place.run(['drift'])
  expect([code, stdout]).toEqual([
    0,
    expect.stringContaining('There is no drift; below is what was changed in the files'),
  ])
  expect(stdout).toContain(`To apply what was changed in the files: rollbook apply -d ${place.folder}`)
})

test('somebody removed in DingTalk whose mobile the files do not have is drift, and no mistake of the files', async () => {
  const { place, look, git } = await inGit()
  const people = 'departments/市场部/people.yaml'
  await place.edit({ [people]: '- {userid: zhoujie, name: 周杰}\n' })
  commit(git)
  place.emulator.console('deleteUser', { userid: 'zhoujie' })
  expect(await look('--base', 'HEAD')).toMatchObject({
    code: 2,
    found: { base: { from: 'option' }, summary: { drift: 1 } },
  })
})

test('what nobody manages is counted, with how to manage it, and is no drift', async () => {
  const { place, look } = await inGit()
  place.emulator.console('createUser', { userid: 'newcomer', name: '新人', mobile: '10012345680', dept_id_list: [1] })
  const { code, stdout } = await place.run(['drift'])
  expect([code, stdout]).toEqual([0, expect.stringContaining('1 person: 新人')])
  expect(stdout).toContain('To manage what is not managed, run rollbook pull --adopt')
  expect((await look()).found.unmanaged).toEqual([{ kind: 'user', key: '#newcomer', name: '新人' }])
})

test('a lock without a commit: HEAD stands for the last apply; without a repository everything differs as drift', async () => {
  const place = await appliedWorkplace(company)
  place.emulator.console('updateUser', { userid: 'lilei', title: '总监' })
  await place.edit({ [research]: [lilei, hanmeimei.replace('助理', '经理'), ''].join('\n') })
  const alone = await place.run(['drift'])
  expect([alone.code, alone.stdout.split('\n')[0]]).toEqual([
    2,
    'Drift (with no commit to compare with) · 2 changed in DingTalk (2 people edited)',
  ])
  expect(alone.stdout).toContain('nobody can tell who changed what')
  await place.edit({ [research]: company[research] ?? '' })
  const git = repository(place.folder)
  await place.edit({ [research]: [lilei, hanmeimei.replace('助理', '经理'), ''].join('\n') })
  const { code, stdout } = await place.run(['drift'])
  const head = git('rev-parse', '--short=12', 'HEAD').trim()
  expect([code, stdout.split('\n')[0]]).toEqual([
    2,
    `Drift (since HEAD, commit ${head}) · 1 changed in DingTalk (1 person edited) · 1 waiting for an apply (1 person edited)`,
  ])
  expect(stdout).toContain('The lock does not say yet which commit was applied last')
})

test('a clone that has not got the commit of the lock is told so, with what to type', async () => {
  const { place } = await inGit()
  const shallow = await temporaryFolder()
  repository(shallow)('clone', '-q', '--depth', '1', `file://${place.folder}`, 'clone')
  const options = { emulator: place.emulator }
  const { code, stdout, stderr } = await rollbook(['drift', '-d', join(shallow, 'clone')], options)
  expect([code, stdout]).toEqual([64, ''])
  expect(stderr).toContain('The lock says that commit')
  expect(stderr).toContain('fetch-depth: 0')
  const named = await rollbook(['drift', '-d', join(shallow, 'clone'), '--base', 'HEAD'], options)
  expect([named.code, named.stdout]).toEqual([0, expect.stringContaining('named with --base')])
})

test('--base is a commit and nothing else', async () => {
  const { place } = await inGit()
  for (const base of ['--upload-pack=x', 'nowhere', 'a..b']) {
    const { code, stdout } = await place.run(['drift', `--base=${base}`])
    expect([base, code, stdout]).toEqual([base, 64, ''])
  }
})

test('a read with a hole, and another company, say nothing of drift: exit 3', async () => {
  const { place, look, retitle } = await inGit()
  retitle('总监')
  place.emulator.inject({ match: { operation: 'listUsers', nth: 2 }, do: { missingPage: true } })
  place.emulator.inject({ match: { operation: 'listUserIds' }, do: { emptyResult: true }, times: 50 })
  const { code, found } = await look()
  expect(code === 3 ? [found.sure, found.differences] : code).toEqual([false, []])
  place.emulator.clearFaults()
  await place.edit({ 'rollbook.yaml': 'version: 1\ncorp: dingcorp0002\nlanguage: en\n' })
  const other = await place.run(['drift'])
  expect(other.code).toBe(3)
  expect(other.stdout).toContain('nobody knows whether there is drift')
  expect(other.stdout).not.toMatch(/Changed in DingTalk|李雷|总监/)
})

test('names and titles that somebody wrote in the console stay text in every format', async () => {
  const { place, retitle } = await inGit()
  retitle('<img src=x>[x](http://x)\u001b[31m')
  for (const format of ['text', 'markdown', 'json']) {
    const { stdout } = await place.run(['drift', '--format', format])
    expect(stdout).toContain('李雷')
    expect(stdout.includes('\u001b')).toBe(false)
    if (format === 'markdown') expect(stdout).not.toMatch(/<img|\]\(http/)
  }
})

test('files that are wrong, at hand or in the base, are told at their line', async () => {
  const { place, git } = await inGit()
  const text = await readFile(join(place.folder, research), 'utf8')
  await place.edit({ [research]: `${text}- {userid: lilei}\n` })
  const now = await place.run(['drift'])
  expect([now.code, now.stderr]).toEqual([4, expect.stringContaining(`${research}:3`)])
  commit(git)
  await place.edit({ [research]: text })
  const then = await place.run(['drift', '--base', 'HEAD'])
  expect([then.code, then.stderr]).toEqual([4, expect.stringContaining(`${research}@`)])
  await rm(join(place.folder, research))
})

test('a lock that is made anew still knows the commit that was applied last', async () => {
  const { place, look } = await inGit()
  const lock = JSON.parse((await place.files())['rollbook.lock.json'] ?? '')
  const { zhoujie: _, ...user } = lock.resources.user
  await place.edit({ 'rollbook.lock.json': JSON.stringify({ ...lock, resources: { ...lock.resources, user } }) })
  expect((await place.run(['lock', 'rebuild', '--yes'])).code).toBe(0)
  expect((await look()).found.base).toEqual({ from: 'lock', commit: lock.applied })
})
