import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { formatPatterns } from '../../src/core/json-schema.ts'
import { settingsSchema } from '../../src/core/settings-schema.ts'
import { contract } from '../../src/dingtalk/contract.ts'
import { departmentSchema } from '../../src/kinds/department/schema.ts'
import { rolesSchema } from '../../src/kinds/role/schema.ts'
import { personSchema } from '../../src/kinds/user/schema.ts'
import { removeTemporaryFolders, temporaryFolder } from '../support/files.ts'
import { built } from './child.ts'
import { constructed, literals, type Pattern, patternsIn } from './patterns.ts'
import { watch } from './watch.ts'

/** No regular expression of ours takes longer than the text it looks at is long. */

afterAll(removeTemporaryFolders)

const schemas = { contract, departmentSchema, personSchema, rolesSchema, settingsSchema }
/** Patterns that are put together: from parts, looked at through a function, or from those of the schemas. */
const BUILT: { readonly [file: string]: readonly string[] } = {
  'src/core/characters.ts': ['invisibleAt', 'invisibleIn'],
  'src/core/mask-text.ts': ['maskText'],
  'src/render/escape/log.ts': ['forActionLog'],
  'src/io/load-schema.ts': [],
  'src/core/field-schema.ts': [],
  'src/commands/api-arguments.ts': [],
  'src/emulator/request.ts': [],
}
const stated = Object.entries(formatPatterns).map(([at, source]) => ({ at, source, flags: '' }))

test('every pattern of src and of the schemas is linear in texts of 100,000 characters', async () => {
  const functions = Object.entries(BUILT).flatMap(([at, names]) => names.map((source) => ({ at, source, flags: '' })))
  const all = [
    ...functions,
    ...literals(),
    ...stated,
    ...Object.entries(schemas).flatMap(([name, schema]) => patternsIn(name, schema)),
  ]
  const distinct = [...new Map(all.map((each) => [`/${each.source}/${each.flags}`, each] as const)).values()]
  expect(distinct.length).toBeGreaterThan(100)
  const list = join(await temporaryFolder(), 'patterns.json')
  writeFileSync(list, JSON.stringify(distinct))
  const { misbehaved } = await watch(await built('matcher.ts'), [list], [0, distinct.length])
  const said = misbehaved.map(({ nth, how }) => ({ ...(distinct[nth] as Pattern), how }))
  expect(said).toEqual([])
}, 600_000)

test('every pattern that is put together is one of those that are looked at', () => {
  expect(new Set(constructed().map(({ at }) => at.split(':')[0]))).toEqual(new Set(Object.keys(BUILT)))
})
