import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import { EXIT } from '../src/cli/exit.ts'
import { buildProgram } from '../src/cli/program.ts'
import { plan } from '../src/commands/plan.ts'
import type { JsonSchema } from '../src/core/json-schema.ts'
import { refusalCodes } from '../src/core/model.ts'
import { reasons } from '../src/core/quarantine.ts'
import { defaultSettings } from '../src/core/settings.ts'
import { Client } from '../src/dingtalk/client.ts'
import { contract } from '../src/dingtalk/contract.ts'
import type { FieldSchema, OperationId } from '../src/dingtalk/operation.ts'
import { reasonCodes } from '../src/dingtalk/reason.ts'
import { handlers } from '../src/emulator/handlers.ts'
import { startEmulator } from '../src/emulator/server.ts'
import { defaultSwitches } from '../src/emulator/switches.ts'
import { department } from '../src/kinds/department/index.ts'
import { departmentSchema } from '../src/kinds/department/schema.ts'
import { departmentSettings } from '../src/kinds/department/settings.ts'
import { user } from '../src/kinds/user/index.ts'
import { personSchema } from '../src/kinds/user/schema.ts'
import { planJson } from '../src/render/json.ts'
import { reasonsEn } from '../src/render/words/reasons-en.ts'
import { writeFiles } from './support/files.ts'

/**
 * The documentation claims only what the code does: tables and examples between markers are written from the code (`-u`
 * writes them anew), and everything a page names has to exist.
 */
const root = join(import.meta.dirname, '..')
const read = (path: string) => readFileSync(join(root, path), 'utf8')
const pages = readdirSync(join(root, 'docs')).filter((name) => name.endsWith('.md'))
const program = buildProgram(() => async () => {})

/** The page with what stands between two markers replaced. */
function filled(text: string, open: string, close: string, content: string): string {
  const [from, to] = [`<!-- ${open} -->`, `<!-- /${close} -->`]
  const start = text.indexOf(from)
  const end = text.indexOf(to, start)
  if (start < 0 || end < 0) throw new Error(`no ${from} … ${to}`)
  return `${text.slice(0, start)}${from}\n${content.trim()}\n${text.slice(end)}`
}

const row = (...cells: readonly string[]) => `| ${cells.join(' | ')} |`

// ---- what is written from the code ----

/** What a kind knows of its fields; `sometimes`: DingTalk returns them only while they have an effect. */
interface Facts {
  readonly createOnly: readonly string[]
  readonly never: readonly string[]
  readonly sometimes: readonly string[]
  readonly replaces: readonly string[]
}

function fieldTable(schema: JsonSchema, contractSchema: string, names: Record<string, string>, facts: Facts): string {
  const update = contract.schemas[contractSchema]?.properties ?? {}
  const rows = Object.entries(schema.properties ?? {}).map(([name, field]) => {
    const [zh = '', en = ''] = (field.title ?? '').split(' · ')
    const about = (field.description ?? '').split('\n\n')[1] ?? ''
    const unproven = update[names[name] ?? name]?.['x-clear-confidence'] === 'low'
    const clears = [field.type].flat().includes('null') ? (unproven ? 'unproven' : 'clears') : '–'
    const remarks = [
      ...(schema.required?.includes(name) ? ['required'] : []),
      ...(facts.createOnly.includes(name) ? ['create only'] : []),
      ...(facts.never.includes(name) ? ['never returned'] : []),
      ...(facts.sometimes.includes(name) ? ['returned only while it has an effect'] : []),
      ...(facts.replaces.includes(name) ? ['a change replaces the person'] : []),
      ...(field['x-personal'] ? ['masked'] : []),
    ].join(', ')
    return row(
      `\`${name}\``,
      `${en} · ${zh}`,
      wordFor(field),
      clears,
      [about, remarks && `*${remarks}*`].join(' ').trim(),
    )
  })
  return [row('field', 'what', 'value', '`null`', 'meaning'), '|---|---|---|---|---|', ...rows].join('\n')
}

function wordFor({ type, enum: choices, format }: JsonSchema): string {
  const types = [type].flat()
  if (choices) return choices.map((choice) => `\`${choice}\``).join(', ')
  if (format === 'int64') return '64-bit integer'
  if (format === 'hired-date') return 'date, or milliseconds'
  if (types.includes('array')) return 'list'
  if (types.includes('object')) return 'map'
  return types.includes('boolean') ? '`true`, `false`' : format === 'mobile' ? 'mobile' : 'text'
}

test('the tables of the directory format are those of schemas and settings', async () => {
  const path = 'docs/directory-format.md'
  const whole = { hide_dept: true, outer_dept: true } as never
  const never = [...department.unreadable(whole), ...departmentSettings.unreadable(whole)]
  const remembered = [...department.remembered, ...departmentSettings.remembered]
  const sometimes = remembered.filter((field) => !never.includes(field))
  const ofDepartments: Facts = { createOnly: [], replaces: [], never, sometimes }
  const { createOnly, replaces } = user
  const ofPeople: Facts = { createOnly, replaces, never: user.unreadable({} as never), sometimes: [] }
  const ofDepartment = fieldTable(
    departmentSchema,
    'DepartmentUpdate',
    { managers: 'dept_manager_userid_list' },
    ofDepartments,
  )
  const ofPerson = fieldTable(personSchema, 'UserUpdate', { login_id: 'loginId' }, ofPeople)
  const limits = Object.entries(defaultSettings.limits).map(([name, { floor, percent, ceiling }]) =>
    row(`\`${name}\``, String(floor), String(percent), String(ceiling)),
  )
  const table = [row('limit', 'floor', 'percent', 'ceiling'), '|---|---|---|---|', ...limits].join('\n')
  let text = filled(read(path), 'fields:department', 'fields', ofDepartment)
  text = filled(text, 'fields:person', 'fields', ofPerson)
  await expect(filled(text, 'limits', 'limits', table)).toMatchFileSnapshot(join(root, path))
})

test('the reasons for which something is quarantined are those of the code, with their codes', async () => {
  const path = 'docs/quarantine.md'
  const rows = reasons.map((reason) => {
    const codes = Object.keys(reasonCodes).filter((code) => reasonCodes[code] === reason)
    return row(`\`${reason}\``, reasonsEn[reason].what, codes.join(', ') || '–')
  })
  const table = [row('reason', 'what happened', 'codes'), '|---|---|---|', ...rows].join('\n')
  await expect(filled(read(path), 'reasons', 'reasons', table)).toMatchFileSnapshot(join(root, path))
})

test('the plan on the page of the command line is the one these files give', async () => {
  const path = 'docs/cli.md'
  const files = [...read(path).matchAll(/```yaml\n# (\S+)\n([\s\S]*?)```/g)].map(([, name = '', body = '']) => [
    name,
    body,
  ])
  expect(files).toHaveLength(2)
  const directory = mkdtempSync(join(tmpdir(), 'rollbook-docs-'))
  const emulator = await startEmulator()
  const { clientId, clientSecret } = emulator
  const client = new Client({ ...emulator, rate: 1000 })
  try {
    await writeFiles(directory, {
      ...Object.fromEntries(files),
      'rollbook.yaml': `corp: ${emulator.corp}\nlanguage: en\n`,
    })
    const made = await plan({ directory, client, credential: { clientId, clientSecret } })
    const json = `\`\`\`json\n${planJson(made.plan)}\`\`\``
    await expect(filled(read(path), 'example:plan', 'example', json)).toMatchFileSnapshot(join(root, path))
  } finally {
    await client.close()
    await emulator.close()
    rmSync(directory, { recursive: true })
  }
})

test('the page of the emulator lists what it serves', async () => {
  const path = 'docs/emulator.md'
  const areas = new Map<string, OperationId[]>()
  for (const id of Object.keys(handlers) as OperationId[]) {
    const { area } = contract.operations[id]
    areas.set(area, [...(areas.get(area) ?? []), id])
  }
  const rows = [...areas].map(([area, ids]) => row(area, ids.map((id) => `\`${id}\``).join(', ')))
  const table = [row('area', 'operations'), '|---|---|', ...rows].join('\n')
  await expect(filled(read(path), 'emulated', 'emulated', table)).toMatchFileSnapshot(join(root, path))
})

// ---- what is written by hand, and has to be there ----

test('every command and option stands on the page of the command line, and no other', () => {
  const text = read('docs/cli.md')
  const common = text.slice(text.indexOf('## Options of every command'), text.indexOf('## rollbook validate'))
  const known = new Set(['--help', '--version'])
  for (const command of program.commands) {
    const start = text.indexOf(`## rollbook ${command.name()}\n`)
    expect(start, command.name()).toBeGreaterThan(0)
    const section = text.slice(start, text.indexOf('\n## ', start + 1))
    const cells = [...`${common}${section}`.matchAll(/^\| (`-[^|]*) \|/gm)].map(([, cell = '']) => cell)
    for (const { short, long, flags } of command.options) {
      if (long) known.add(long)
      const argument = /<.*>/.exec(flags)?.[0]
      const wanted = [...(short ? [`\`${short}\``] : []), `\`${[long, argument].filter(Boolean).join(' ')}\``].join(
        ', ',
      )
      expect(cells, command.name()).toContain(wanted)
    }
  }
  const named = [...text.matchAll(/(?<![\w-])--[a-z][a-z-]*/g)].map(([flag]) => flag)
  expect(named.filter((flag) => !known.has(flag) && flag !== '--base')).toEqual([])
})

test('no page names a command that does not exist', () => {
  const commands = new Set(program.commands.map((command) => command.name()))
  const named = pages.flatMap((page) =>
    [...read(`docs/${page}`).matchAll(/`rollbook ([a-z]+)|^ *rollbook ([a-z]+)/gm)].map(
      ([, a, b]) => `${page}: ${a ?? b}`,
    ),
  )
  expect(named.length).toBeGreaterThan(10)
  expect(named.filter((entry) => !commands.has(entry.split(': ')[1] ?? ''))).toEqual([])
})

test('exit codes, refusals and variables stand on the page of the command line', () => {
  const text = read('docs/cli.md')
  const exits = text.slice(text.indexOf('## Exit codes'), text.indexOf('## Not there yet'))
  const codes = [...exits.matchAll(/^\| ([\d, ]+) \|/gm)].flatMap(([, cell = '']) => cell.split(', ').map(Number))
  expect(codes.sort()).toEqual(Object.values(EXIT).sort())
  expect([...text.matchAll(/^\| `([a-z-]+)` \| /gm)].map(([, code]) => code)).toEqual(
    expect.arrayContaining([...refusalCodes]),
  )
  const readers = ['src/dingtalk/environment.ts', 'src/commands/secrets.ts'].map(read).join('')
  const variables = new Set(readers.match(/(?:DINGTALK|ROLLBOOK)_[A-Z_]+/g))
  expect(new Set(text.match(/(?:DINGTALK|ROLLBOOK)_[A-Z_]+/g))).toEqual(variables)
})

test('every refusal and switch of the emulator stands on its page', () => {
  const text = read('docs/emulator.md')
  const sources = readdirSync(join(root, 'src/emulator'))
    .filter((name) => name.endsWith('.ts') && name !== 'errors.ts')
    .map((name) => read(`src/emulator/${name}`))
    .join('\n')
  const thrown = [...sources.matchAll(/(?:refuse|VendorError|ApiError)\(([^)]*)\)/g)].flatMap(([, inside = '']) => [
    ...(inside.match(/\b\d{5,6}\b/g) ?? []),
    ...[...inside.matchAll(/'([A-Za-z]+\.[\w.]+|invalid\w+|InvalidAuth\w+)'/g)].map(([, code = '']) => code),
  ])
  const checked = (read('src/emulator/request.ts').match(/\b\d{5,6}\b/g) ?? []) as string[]
  const byField = (Object.keys(handlers) as OperationId[]).flatMap((id) => invalidCodes(contract.operations[id].body))
  const codes = new Set([...thrown, ...checked, ...byField])
  expect(codes.size).toBeGreaterThan(50)
  expect([...codes].filter((code) => !new RegExp(`\\b${code}\\b`).test(text)).sort()).toEqual([])
  const switches = Object.entries(defaultSwitches).map(([name, value]) =>
    row(`\`${name}\``, `\`${[value].flat().join(', ')}\``),
  )
  expect(switches.filter((start) => !text.includes(start.replace(/ \|$/, '')))).toEqual([])
})

function invalidCodes(schema: FieldSchema | undefined, depth = 0): string[] {
  const resolved = schema?.$ref === undefined ? schema : contract.schemas[schema.$ref]
  if (resolved === undefined || depth > 4) return []
  const inner = Object.values(resolved.properties ?? {}).flatMap((field) => invalidCodes(field, depth + 1))
  return [...(resolved['x-invalid-code'] === undefined ? [] : [String(resolved['x-invalid-code'])]), ...inner]
}

test('the permissions to request are those of the operations that are called', () => {
  const text = read('docs/real-company.md')
  const sources = ['src/kinds', 'src/io', 'src/dingtalk'].flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.ts') && !/^(contract|types)\.ts$/.test(name))
      .map((name) => read(`${folder}/${name}`)),
  )
  const called = sources.flatMap((source) =>
    [...source.matchAll(/(?:client|this)\.(?:call|all|pages)\('(\w+)'/g)].map(([, id]) => id as OperationId),
  )
  expect(called.length).toBeGreaterThan(20)
  const missing = [...new Set(called)].filter((id) => {
    const rows = contract.operations[id].permissions.map((code) =>
      text.split('\n').find((line) => line.startsWith(row(`\`${code}\``).slice(0, -2))),
    )
    return !rows.some((line) => line?.includes(`\`${id}\``))
  })
  expect(missing).toEqual([])
})

test('each of the 35 threats names the test that proves its check, or says that it is not built', () => {
  const rows = [...read('docs/threat-model.md').matchAll(/^\| (\d+) \|.*\| ([^|]*) \|$/gm)]
  expect(rows.map(([, number]) => Number(number)).sort((a, b) => a - b)).toEqual(
    Array.from({ length: 35 }, (_, index) => index + 1),
  )
  const open = rows.filter(([, , proof = '']) => !/^`test\/[^`]+\.test\.ts`(, `test\/[^`]+\.test\.ts`)*$/.test(proof))
  expect(open.filter(([whole]) => !/not yet|listens to nobody/.test(whole)).map(([, number]) => number)).toEqual([])
})

test('what the pages link to, and the files they name, exist', () => {
  const documents = [
    ...pages.map((page) => `docs/${page}`),
    '.github/CONTRIBUTING.md',
    '.github/SECURITY.md',
    'README.md',
  ]
  const broken = documents.flatMap((path) => {
    const text = read(path)
    const links = [...text.matchAll(/\]\(([^)\s]+)\)/g)]
      .map(([, link = '']) => link)
      .filter((link) => !link.includes('://'))
    const named = [...text.matchAll(/`((?:src|test|schema|docs)\/[\w./-]*\w\/?)`/g)].map(([, name = '']) => name)
    return [
      ...links.filter((link) => !reaches(path, link)),
      ...named.filter((name) => !existsSync(join(root, name))),
    ].map((name) => `${path}: ${name}`)
  })
  expect(broken).toEqual([])
})

/** Whether a link leads to a file, and its anchor to a heading, as GitHub names them. */
function reaches(from: string, link: string): boolean {
  const [file = '', anchor] = link.split('#')
  const path = file === '' ? from : join(dirname(from), file)
  if (!existsSync(join(root, path))) return false
  if (anchor === undefined) return true
  const headings = [...read(path).matchAll(/^#+ (.*)$/gm)].map(([, title = '']) =>
    title
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N} _-]/gu, '')
      .replaceAll(' ', '-'),
  )
  return headings.includes(anchor)
}
