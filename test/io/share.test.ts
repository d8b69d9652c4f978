import { expect, test } from 'vitest'
import { inOneFile, shareOf } from '../../src/io/save/share.ts'
import { yamlText } from '../../src/io/save/text.ts'
import { readYaml } from '../../src/io/yaml.ts'

/** What an import puts into one file, against what a load takes of one. */

const people = (count: number, length = 6) =>
  Array.from({ length: count }, (_, index) => String(index).padStart(length, 'u'))
const findingsOf = (content: Parameters<typeof yamlText>[0]) =>
  readYaml('roles/a.yaml', Buffer.from(yamlText(content))).findings.map(({ code }) => code)

test.each([
  ['short userids', people(29_890)],
  ['userids of digits, which stand in quotes', people(14_900).map((userid) => userid.replaceAll('u', '1'))],
  ['long userids', people(12_500, 64)],
  ['scopes', people(6000).map((userid) => ({ userid, scope: ['研发部/后端组'] }))],
])('a file that is nearly full is read: %s', (_, members) => {
  const content = { roles: [{ name: '会计', members }] }
  expect(shareOf(content)).toBeGreaterThan(0.79)
  expect(shareOf(content)).toBeLessThanOrEqual(1)
  expect(findingsOf(content)).toEqual([])
})

test.each([
  ['too many entries', people(31_000)],
  ['too many bytes', people(20_000, 64)],
])('what is more than a file takes is known before it is written: %s', (_, members) => {
  const content = { roles: [{ name: '会计', members }] }
  expect(shareOf(content)).toBeGreaterThan(1)
  expect(findingsOf(content)).toEqual(['file-too-large'])
})

test('of roles that one file cannot hold, those with the most members go without them', () => {
  const role = (name: string, count: number) => ({ name, members: people(count) })
  const { roles, without } = inOneFile([role('a', 9000), role('b', 40_000), role('c', 20_000), role('d', 12_000)])
  expect(without).toEqual([1, 2])
  expect(roles.map(({ name, members = [] }) => [name, members.length])).toEqual([
    ['a', 9000],
    ['b', 0],
    ['c', 0],
    ['d', 12_000],
  ])
  expect(findingsOf({ roles })).toEqual([])
})

test('roles that one file holds stay as they are', () => {
  const roles = [{ name: 'a', members: people(3) }, { name: 'b' }]
  expect(inOneFile(roles)).toEqual({ roles, without: [] })
})
