import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'
import { expect, test } from 'vitest'

/**
 * The boundaries of src, as rules that a build can break. Each layer lists the layers it may import; a third-party
 * package may be imported only where it is listed. Type-only imports of packages are free.
 */
const LAYERS: Record<string, readonly string[]> = {
  'cli.ts': ['cli'],
  'action.ts': ['actions', 'commands', 'github', 'render', 'core'],
  'index.ts': ['commands', 'core', 'dingtalk', 'io', 'render'],
  cli: ['commands', 'render', 'events', 'dingtalk', 'core'],
  actions: ['commands', 'github', 'render', 'dingtalk', 'core'],
  commands: ['events', 'io', 'render', 'kinds', 'dingtalk', 'core', 'emulator'],
  github: ['render', 'core'],
  events: ['io', 'dingtalk', 'core'],
  io: ['kinds', 'dingtalk', 'core'],
  render: ['dingtalk', 'core'],
  kinds: ['dingtalk', 'core'],
  emulator: ['dingtalk', 'core'],
  dingtalk: ['core'],
  core: [],
}

const PACKAGES: Record<string, readonly string[]> = {
  '@actions/core': ['action.ts'],
  '@actions/github': ['github/api.ts'],
  '@octokit/plugin-retry': ['github/api.ts'],
  'age-encryption': ['io/age.ts'],
  ajv: ['io/'],
  chalk: ['render/'],
  commander: ['cli/'],
  'fast-json-patch': ['core/diff.ts'],
  'fastest-levenshtein': ['core/', 'io/', 'commands/', 'kinds/', 'dingtalk/'],
  'lossless-json': ['dingtalk/', 'emulator/'],
  'p-limit': ['kinds/'],
  undici: ['dingtalk/transport.ts'],
  ws: ['emulator/events/', 'events/connection.ts'],
  'write-file-atomic': ['io/', 'emulator/'],
  yaml: ['io/'],
}

interface Import {
  readonly from: string
  readonly to: string
  readonly typeOnly: boolean
}

const root = join(import.meta.dirname, '../src')
const files = readdirSync(root, { recursive: true, encoding: 'utf8' })
  .map((file) => file.replaceAll('\\', '/'))
  .filter((file) => file.endsWith('.ts'))
const imports: Import[] = files.flatMap((file) => {
  const text = readFileSync(join(root, file), 'utf8')
  const statements = /^(?:import|export)\s+(type\s+)?[^'";]*?from\s+'([^']+)'|import\('([^']+)'\)/gm
  return [...text.matchAll(statements)].map((match) => ({
    from: file,
    to: match[2] ?? match[3] ?? '',
    typeOnly: match[1] !== undefined,
  }))
})
const inside = imports
  .filter(({ to }) => to.startsWith('.'))
  .map((found) => ({ ...found, to: normalize(join(dirname(found.from), found.to)) }))
const packages = imports.filter(({ to }) => !to.startsWith('.') && !to.startsWith('node:'))

const layerOf = (file: string) => (file.includes('/') ? (file.split('/')[0] ?? '') : file)

test('a layer imports only the layers it may', () => {
  const broken = inside.filter(({ from, to }) => {
    const [source, target] = [layerOf(from), layerOf(to)]
    return source !== target && !LAYERS[source]?.includes(target)
  })
  expect(broken).toEqual([])
})

test('core knows nothing of ours but itself, and awaits nothing', () => {
  expect(inside.filter(({ from, to }) => from.startsWith('core/') && !to.startsWith('core/'))).toEqual([])
  const waiting = files
    .filter((file) => file.startsWith('core/'))
    .filter((file) => /\bawait\b|\bprocess\.|Date\.now|Math\.random/.test(readFileSync(join(root, file), 'utf8')))
  expect(waiting).toEqual([])
})

test('kinds never import each other', () => {
  const kindOf = (file: string) => /^kinds\/([^/]+)\//.exec(file)?.[1]
  const broken = inside.filter(({ from, to }) => {
    const [source, target] = [kindOf(from), kindOf(to)]
    return source !== undefined && target !== undefined && source !== target
  })
  expect(broken).toEqual([])
})

test('the emulator serves the contract and is reached through its command alone', () => {
  const users = inside.filter(({ from, to }) => to.startsWith('emulator/') && !from.startsWith('emulator/'))
  expect(users.map(({ from }) => from).filter((from) => from !== 'commands/emulate.ts')).toEqual([])
  const known = inside.filter(({ from, to }) => from.startsWith('emulator/') && to.startsWith('dingtalk/'))
  expect(
    known.filter(({ to }) => !/^dingtalk\/(contract|operation|types|field|json|callback-codec)\.ts$/.test(to)),
  ).toEqual([])
})

test('a package is imported where it belongs and nowhere else', () => {
  const nameOf = (specifier: string) =>
    specifier
      .split('/')
      .slice(0, specifier.startsWith('@') ? 2 : 1)
      .join('/')
  const broken = packages.filter(
    ({ from, to, typeOnly }) => !typeOnly && !PACKAGES[nameOf(to)]?.some((place) => from.startsWith(place)),
  )
  expect(broken).toEqual([])
})

test('only the doors to the terminal and to GitHub Actions read the process', () => {
  const readers = files.filter((file) =>
    /\bprocess\.(env|argv|stdout|stderr|exit|stdin)/.test(readFileSync(join(root, file), 'utf8')),
  )
  expect(readers.filter((file) => file !== 'cli.ts' && file !== 'action.ts' && !file.startsWith('cli/'))).toEqual([])
})

test('no file outgrows a reader', () => {
  const long = files
    .filter((file) => !/^dingtalk\/(contract|types)\.ts$/.test(file))
    .filter((file) => readFileSync(join(root, file), 'utf8').split('\n').length > 400)
  expect(long).toEqual([])
})
