import { readFileSync } from 'node:fs'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { form } from '../../src/commands/form.ts'
import { validate } from '../../src/commands/validate.ts'
import { type FormName, FormRefused, forms } from '../../src/core/form.ts'
import { rollbook } from '../support/command.ts'
import { type FileTree, readFiles, removeTemporaryFolders, temporaryFolder } from '../support/files.ts'
import { hostile } from '../support/hostile-text.ts'
import { runs } from '../support/runs.ts'

/** An issue form in the files of a company: whole lines change, and nothing outside of departments/. */

const people = `# 后端的人
- userid: lilei      # 组长
  name: "李雷"
  title: 工程师

# 上个月转正
- {name: 韩梅梅, userid: hanmeimei}

- userid: wangwu
  job_number: 007
`
const company: FileTree = {
  'directory/rollbook.yaml': 'version: 1\nlanguage: en\n',
  'directory/departments/研发部/people.yaml': people,
  'directory/departments/市场部/zhaoliu.yaml': '# 从外地调来\nuserid: zhaoliu\nname: 赵六\n',
  'directory/departments/财务部/people.yaml': '- userid: sunqi\n',
  'directory/departments/财务部/department.yaml': 'managers: [sunqi]\n',
  'directory/roles/岗位.yaml': 'roles:\n  - name: 会计\n    members: [wangwu]\n',
}
let folder: string
beforeEach(async () => {
  folder = await temporaryFolder(company)
})
afterAll(removeTemporaryFolders)

/** The body that GitHub makes of a form, with what was typed. */
function bodyOf(name: FormName, values: { readonly [id: string]: string }): string {
  return forms[name].map(({ id, label }) => `### ${label}\n\n${values[id] ?? '_No response_'}`).join('\n\n')
}

async function send(body: unknown): Promise<{ said?: string; files: FileTree; changed: string[] }> {
  const event = join(await temporaryFolder(), 'event.json')
  await writeFile(event, JSON.stringify({ action: 'opened', issue: { number: 12, body } }))
  const before = await readFiles(folder)
  let said: string | undefined
  try {
    await form({ directory: join(folder, 'directory'), event })
  } catch (error) {
    if (!(error instanceof FormRefused)) throw error
    said = error.said.en
  }
  const files = await readFiles(folder)
  const changed = [...new Set([...Object.keys(before), ...Object.keys(files)])].filter(
    (path) => before[path] !== files[path],
  )
  return { files, changed: changed.sort(), ...(said !== undefined && { said }) }
}
const fill = (name: FormName, values: { readonly [id: string]: string }) => send(bodyOf(name, values))
const at = (path: string) => `directory/departments/${path}`

describe('somebody who joins', () => {
  const joiner = { userid: 'newbie', name: '新人', department: '研发部' }

  test('is put at the end of the list, and every other line stays', async () => {
    const { files, changed } = await fill('joiner', { ...joiner, job_number: '008', hired_date: '2026-12-01' })
    expect(changed).toEqual([at('研发部/people.yaml')])
    expect(files[at('研发部/people.yaml')]).toBe(
      `${people}\n- userid: newbie\n  name: 新人\n  job_number: "008"\n  hired_date: "2026-12-01"\n`,
    )
  })

  test('gets a list of people in a department without one', async () => {
    const { files, changed } = await fill('joiner', { ...joiner, department: '市场部' })
    expect(changed).toEqual([at('市场部/people.yaml')])
    expect(files[at('市场部/people.yaml')]).toBe('- userid: newbie\n  name: 新人\n')
  })

  test('can bring a sealed mobile', async () => {
    const sealed = (await readFile(join(import.meta.dirname, '../../docs/privacy.md'), 'utf8')).includes('age:')
    expect(sealed).toBe(true)
    const { said } = await fill('joiner', { ...joiner, mobile: 'age:QUJD' })
    // Looked at as any sealed value in a file: this one is no whole age file.
    expect(said).toContain('sealed-invalid')
  })

  test.each([
    ['whose userid is taken', { userid: 'lilei' }, 'has this userid already'],
    ['into a department that does not exist', { department: '没有' }, 'no such department'],
    ['without a name', { name: '_No response_' }, 'is empty'],
    ['with a mobile in clear', { mobile: '10012345678' }, 'sealed value only'],
    ['with a mobile in the name', { name: '李雷 100 1234 5678' }, 'mobile number'],
    ['with a mail in the title', { title: 'a@example.com' }, 'mail address'],
    ['with an expression of Actions', { name: '$' + '{{ secrets.X }}' }, 'signs that do not belong'],
    ['with a second line', { name: 'a\nuserid: b' }, 'one line'],
    ['with an invisible character', { name: '李\u200B雷' }, 'cannot be seen'],
    ['with a tag of YAML', { name: '!!js/function x' }, 'signs that do not belong'],
    ['with a path upwards', { department: '../../.github' }, 'no such department'],
    ['with a manager who does not exist', { manager_userid: 'nobody' }, 'unknown-person'],
  ])('%s is refused with a sentence, and nothing changes', async (_, values, expected) => {
    const { said, changed } = await fill('joiner', { ...joiner, ...values })
    expect([said, changed]).toEqual([expect.stringContaining(expected), []])
  })
})

describe('somebody who moves', () => {
  test('takes the own lines and the comment above them along', async () => {
    const { files, changed } = await fill('mover', { userid: 'hanmeimei', department: '市场部' })
    expect(changed).toEqual([at('市场部/people.yaml'), at('研发部/people.yaml')])
    expect(files[at('市场部/people.yaml')]).toBe('# 上个月转正\n- {name: 韩梅梅, userid: hanmeimei}\n')
    expect(files[at('研发部/people.yaml')]).toBe(
      people.replace('# 上个月转正\n- {name: 韩梅梅, userid: hanmeimei}\n\n', ''),
    )
  })

  test('with a file of the own takes the file, and the department that becomes empty stays one', async () => {
    const { files, changed } = await fill('mover', { userid: 'zhaoliu', department: '研发部' })
    expect(changed).toEqual([at('市场部/department.yaml'), at('市场部/zhaoliu.yaml'), at('研发部/zhaoliu.yaml')])
    expect(files[at('研发部/zhaoliu.yaml')]).toBe(company[at('市场部/zhaoliu.yaml')])
    expect(files[at('市场部/department.yaml')]).toBe('name: 市场部\n')
  })

  test.each([
    ['who heads the old department', { userid: 'sunqi', department: '研发部' }, 'manager-not-member'],
    ['to where the person is', { userid: 'lilei', department: '研发部' }, 'already'],
    ['whom nobody knows', { userid: 'nobody', department: '研发部' }, 'Nobody in the address book'],
  ])('%s is refused, and nothing changes', async (_, values, expected) => {
    const { said, changed } = await fill('mover', values)
    expect([said, changed]).toEqual([expect.stringContaining(expected), []])
  })
})

describe('somebody who leaves', () => {
  test('is taken out, and the rest of the list stays as it is, with what heads the file apart from the next one', async () => {
    const { files } = await fill('leaver', { userid: 'lilei' })
    expect(files[at('研发部/people.yaml')]).toBe(
      `${people.slice(0, people.indexOf('- userid: lilei'))}\n${people.slice(people.indexOf('# 上个月'))}`,
    )
  })

  test('and is still in a role is refused, with the place', async () => {
    const { said, changed } = await fill('leaver', { userid: 'wangwu' })
    expect([said, changed]).toEqual([expect.stringContaining('roles/岗位.yaml:3'), []])
  })
})

test('a new department is a folder that says its name', async () => {
  const { files, changed } = await fill('department', { name: '平台组', parent: '研发部' })
  expect(changed).toEqual([at('研发部/平台组/department.yaml')])
  expect(files[at('研发部/平台组/department.yaml')]).toBe('name: 平台组\n')
})

test.each([
  ['no text at all', null],
  ['a megabyte', `### ${'x'.repeat(1_000_000)}`],
  ['something else', 'please add me'],
  [
    'a form with a second answer to a field',
    `${bodyOf('leaver', { userid: 'lilei' })}\n\n${bodyOf('leaver', { userid: 'x' })}`,
  ],
  [
    'a form with a heading of another one',
    bodyOf('mover', { userid: 'lilei', department: '市场部' }).replace('调往部门', '调到部门'),
  ],
  ['a form with something above it', `@all\n${bodyOf('leaver', { userid: 'lilei' })}`],
])('%s is refused, and nothing changes', async (_, body) => {
  const { said, changed } = await send(body)
  expect([said, changed]).toEqual([expect.stringContaining('not filled in with one of the forms'), []])
})

test('whatever a form says, only departments/ changes, and the files are valid or as they were', async () => {
  const value = fc.oneof(
    hostile,
    fc.constantFrom(
      'lilei',
      'hanmeimei',
      'zhaoliu',
      'sunqi',
      '研发部',
      '市场部',
      '/',
      '..',
      '../x',
      'a: b',
      "' x",
      '- a',
      '#x',
      '~',
      'null',
      'a\n### b',
    ),
    fc.string({ unit: 'binary' }),
  )
  const names = Object.keys(forms) as FormName[]
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...names), fc.infiniteStream(value), async (name, stream) => {
      folder = await temporaryFolder(company)
      const values = Object.fromEntries(forms[name].map(({ id }) => [id, stream.next().value as string]))
      const { said, changed } = await fill(name, values)
      expect(changed.filter((path) => !path.startsWith('directory/departments/'))).toEqual([])
      if (said !== undefined) expect(changed).toEqual([])
      expect((await validate({ directory: join(folder, 'directory') })).problems).toEqual([])
    }),
    { numRuns: runs(2000, 150) },
  )
})

describe('the command', () => {
  const run = async (body: string, ...args: string[]) => {
    await mkdir(join(folder, 'run'))
    await writeFile(join(folder, 'run/event.json'), JSON.stringify({ issue: { number: 12, body } }))
    return rollbook(['form', '--out', 'run/out', ...args], {
      cwd: folder,
      env: { GITHUB_EVENT_PATH: join(folder, 'run/event.json') },
    })
  }

  test('writes title and body of a pull request, in both languages, without a word that was typed', async () => {
    const { code } = await run(
      bodyOf('joiner', { userid: 'newbie', name: '@all', department: '研发部' }).replace('@all', '新人'),
    )
    expect(code).toBe(0)
    const body = await readFile(join(folder, 'run/out/body.md'), 'utf8')
    expect(body).toContain('Ready for review')
    expect(body).toContain('手机号')
    expect(body + (await readFile(join(folder, 'run/out/title.txt'), 'utf8'))).not.toContain('新人')
  })

  test('exits 3 and writes an answer for the issue when the form is refused', async () => {
    const { code, stderr } = await run(bodyOf('leaver', { userid: 'nobody' }))
    expect([code, stderr]).toEqual([3, expect.stringContaining('userid')])
    expect(await readFile(join(folder, 'run/out/answer.md'), 'utf8')).toMatch(
      /通讯录里没有[\s\S]*Nobody in the address book/,
    )
  })

  test('gives no answer to an issue that is none of the forms', async () => {
    const { code } = await run('### Steps\n\nIt does not work.')
    expect(code).toBe(3)
    await expect(readFile(join(folder, 'run/out/answer.md'))).rejects.toThrow('ENOENT')
  })

  test('without an event is wrong usage', async () => {
    expect((await rollbook(['form'], { cwd: folder })).code).toBe(64)
  })
})

test.each(Object.keys(forms) as FormName[])('the form %s on GitHub asks what the program reads', (name) => {
  const path = join(import.meta.dirname, `../../src/io/templates/dot-github/ISSUE_TEMPLATE/${name}.yml`)
  const template = parse(readFileSync(path, 'utf8')) as {
    body: { type: string; id?: string; attributes: { label?: string }; validations?: { required: boolean } }[]
  }
  const asked = template.body.filter(({ type }) => type !== 'markdown')
  expect(asked.map(({ id, attributes, validations }) => [id, attributes.label, validations?.required])).toEqual(
    forms[name].map(({ id, label, required }) => [id, label, required]),
  )
  for (const { type } of template.body) expect(['markdown', 'input']).toContain(type)
})
