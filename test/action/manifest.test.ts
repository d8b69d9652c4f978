import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { actionFiles } from '../../src/actions/manifest.ts'
import { actionNames } from '../../src/actions/table.ts'

/** What GitHub reads of the actions, and the page about them. */

const root = join(import.meta.dirname, '../..')
const read = (path: string) => readFileSync(join(root, path), 'utf8')

test('the files that come from the table are current', () => {
  for (const [path, text] of Object.entries(actionFiles(read('docs/actions.md')))) expect(read(path), path).toBe(text)
})

test.each(actionNames)('%s runs on Node 24, and everything that it takes and gives is described', (name) => {
  const action = parse(read(`.github/actions/${name}/action.yml`))
  expect(action.runs).toEqual({ using: 'node24', main: 'main.mjs' })
  const described = [...Object.values(action.inputs), ...Object.values(action.outputs)] as { description: string }[]
  expect(described.length).toBeGreaterThan(3)
  for (const { description } of described) expect(description).toMatch(/^[\x20-\x7e]+ .*\p{Script=Han}/u)
})

test('no action takes a secret of DingTalk as an input, where it would be shown', () => {
  const inputs = actionNames.flatMap((name) => Object.keys(parse(read(`.github/actions/${name}/action.yml`)).inputs))
  expect(inputs.filter((name) => /secret|client|key/.test(name))).toEqual([])
})
