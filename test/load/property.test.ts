import fc from 'fast-check'
import { afterAll, expect, test } from 'vitest'
import type { Desired } from '../../src/core/desired.ts'
import type { Value } from '../../src/core/model.ts'
import { Personal } from '../../src/core/personal.ts'
import { loadDirectory } from '../../src/io/load.ts'
import { type FileTree, removeTemporaryFolders, temporaryFolder } from '../support/files.ts'

/**
 * However people lay out what they say, they say the same: the directory does not depend on which file of a folder a
 * person stands in, on the order of files, people and fields, on comments, or on quotes.
 */

afterAll(removeTemporaryFolders)

const FOLDERS = ['', '研发部/', '研发部/后端组/', '市场部/']

interface Person {
  readonly userid: string
  readonly folder: string
  readonly fields: { readonly [field: string]: string }
}

/** Texts that some reader of YAML takes for something else, and ordinary ones; none of them null. */
const text = fc.oneof(
  fc.constantFrom('007', '0x1F', '1e3', 'no', 'true', 'Yes', '.inf', '1_000', '12:30', '2021-03-01', '<<', 'NULL'),
  fc.stringMatching(/^[0-9]{1,30}$/),
  fc.stringMatching(/^[a-z\u4e00-\u9fff]{1,20}$/).filter((word) => word !== 'null'),
)

const person = fc.record({
  folder: fc.constantFrom(...FOLDERS),
  fields: fc.record(
    {
      name: text,
      title: text,
      job_number: text,
      remark: text,
      order: fc.bigInt({ min: 0n, max: 2n ** 63n - 1n }).map(String),
      hide_mobile: fc.boolean().map(String),
    },
    { requiredKeys: [] },
  ),
})

const company = fc
  .tuple(
    fc.uniqueArray(fc.stringMatching(/^u?[0-9]{1,20}$/), { minLength: 1, maxLength: 8 }),
    fc.infiniteStream(person),
  )
  .map(([userids, people]) =>
    userids.map((userid): Person => ({ userid, ...(people.next().value as Omit<Person, 'userid'>) })),
  )

/** Choices of a layout, one after the other. */
type Choose = (most: number) => number

function layout(people: readonly Person[], choose: Choose): FileTree {
  const files: Record<string, string> = Object.fromEntries(FOLDERS.map((path) => [`departments/${path}.gitkeep`, '']))
  const lists = new Map<string, Person[]>()
  for (const one of shuffled(people, choose)) {
    const path = `departments/${one.folder}${'zyx'[choose(3)]}${choose(2)}.yaml`
    lists.set(path, [...(lists.get(path) ?? []), one])
  }
  for (const [path, list] of lists) {
    const alone = list.length === 1 && choose(2) === 0
    files[path] = list.map((one) => written(one, alone ? '' : '  ', choose)).join('')
  }
  return files
}

function written({ userid, fields }: Person, indent: string, choose: Choose): string {
  const lines = shuffled(Object.entries({ userid, ...fields }), choose).map(
    ([field, value]) => `${quoted(field, choose)}: ${quoted(value, choose)}${choose(3) === 0 ? '   # 注释: [x' : ''}`,
  )
  const commented = lines.flatMap((line) => (choose(4) === 0 ? ['# userid: nobody', line] : [line]))
  const first = commented.findIndex((line) => !line.startsWith('#'))
  return commented.map((line, index) => `${indent && index === first ? '- ' : indent}${line}\n`).join('')
}

function quoted(value: string, choose: Choose): string {
  return [value, JSON.stringify(value), `'${value}'`][value === '<<' ? 1 : choose(3)] ?? value
}

function shuffled<T>(items: readonly T[], choose: Choose): T[] {
  const left = [...items]
  return items.map(() => left.splice(choose(left.length), 1)[0] as T)
}

function plain(value: Value): unknown {
  if (value instanceof Personal) return value.reveal()
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, plain(inner)]))
}

const said = ({ directory, previously, replaceable, settings, problems }: Desired) => ({
  directory: Object.fromEntries(Object.entries(directory).map(([kind, models]) => [kind, plain(models)])),
  previously,
  replaceable,
  settings,
  problems,
})

test('layout, order, comments and quotes never change what the files say', async () => {
  await fc.assert(
    fc.asyncProperty(company, fc.infiniteStream(fc.nat()), fc.infiniteStream(fc.nat()), async (people, one, other) => {
      const load = async (choices: Iterator<number>) => {
        const folder = await temporaryFolder(layout(people, (most) => (choices.next().value as number) % most))
        return said(await loadDirectory(folder))
      }
      const first = await load(one)
      expect(await load(other)).toEqual(first)
      expect(first.problems).toEqual([])
      for (const { userid, folder, fields } of people) {
        const { order, hide_mobile, ...texts } = fields
        const main = folder === '' ? '/' : folder.slice(0, -1)
        expect((first.directory['user'] as Record<string, unknown>)[userid]).toEqual({
          main,
          ...texts,
          ...(hide_mobile !== undefined && { hide_mobile: hide_mobile === 'true' }),
          ...(order !== undefined && { dept_order_list: { [main]: order } }),
        })
      }
    }),
    { numRuns: 60 },
  )
})
