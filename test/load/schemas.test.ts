import { join } from 'node:path'
import { Ajv } from 'ajv'
import { describe, expect, test } from 'vitest'
import { approvalSchema } from '../../src/core/approval-schema.ts'
import { attendanceSchema } from '../../src/core/attendance-schema.ts'
import { doctorSchema } from '../../src/core/doctor-schema.ts'
import { driftSchema } from '../../src/core/drift-schema.ts'
import { clearable } from '../../src/core/field-schema.ts'
import { ghostsSchema } from '../../src/core/ghosts-schema.ts'
import { importSchema } from '../../src/core/import-schema.ts'
import { type JsonSchema, published } from '../../src/core/json-schema.ts'
import { lockRebuildSchema, lockVerifySchema, problemsSchema } from '../../src/core/output-schemas.ts'
import { ownersSchema } from '../../src/core/owners-schema.ts'
import { planSchema } from '../../src/core/plan-schema.ts'
import { pullSchema } from '../../src/core/pull-schema.ts'
import { resultSchema } from '../../src/core/result-schema.ts'
import { settingsSchema } from '../../src/core/settings-schema.ts'
import { unsealedSchema } from '../../src/core/unsealed-schema.ts'
import { watchSchema } from '../../src/core/watch-schema.ts'
import { contract } from '../../src/dingtalk/contract.ts'
import { departmentFieldsElsewhere, departmentSchema } from '../../src/kinds/department/schema.ts'
import { rolesSchema } from '../../src/kinds/role/schema.ts'
import { peopleFileSchema, personSchema, userFieldsElsewhere } from '../../src/kinds/user/schema.ts'

const schemas: Record<string, JsonSchema> = {
  department: departmentSchema,
  person: peopleFileSchema,
  roles: rolesSchema,
  rollbook: settingsSchema,
  approval: approvalSchema,
  plan: planSchema,
  result: resultSchema,
  problems: problemsSchema,
  doctor: doctorSchema,
  attendance: attendanceSchema,
  drift: driftSchema,
  ghosts: ghostsSchema,
  pull: pullSchema,
  import: importSchema,
  'lock-verify': lockVerifySchema,
  'lock-rebuild': lockRebuildSchema,
  unsealed: unsealedSchema,
  watch: watchSchema,
  owners: ownersSchema,
}

describe.each(Object.entries(schemas))('schema/%s.schema.json', (name, schema) => {
  test('is what editors get', async () => {
    const text = `${JSON.stringify(published(schema), null, 2)}\n`
    await expect(text).toMatchFileSnapshot(join(import.meta.dirname, `../../schema/${name}.schema.json`))
  })

  test('holds standard keywords only, and accepts its own examples', () => {
    const ajv = new Ajv({ strict: true, allowUnionTypes: true })
    const compiled = ajv.compile(published(schema))
    expect(compiled).toBeTypeOf('function')
    for (const [path, inner] of nested(published(schema)))
      for (const example of inner.examples ?? [])
        expect([path, ajv.validate({ ...inner, examples: undefined }, example), example]).toEqual([path, true, example])
  })
})

describe('every writable field of the contract', () => {
  const fields = (...names: string[]) =>
    [...new Set(names.flatMap((name) => Object.keys(contract.schemas[name]?.properties ?? {})))].sort()

  test('of a user is a field of a person, or is expressed by the format', () => {
    const known = Object.keys(personSchema.properties ?? {})
    const ours = ['also', 'order', 'replace']
    const expected = [...known.filter((field) => !ours.includes(field)), ...userFieldsElsewhere]
    expect(fields('UserCreate', 'UserUpdate')).toEqual(expected.sort())
  })

  test('of a department is a field of department.yaml, or is expressed by the format', () => {
    const known = Object.keys(departmentSchema.properties ?? {})
    const ours = ['key', 'previously', 'managers']
    const expected = [...known.filter((field) => !ours.includes(field)), ...departmentFieldsElsewhere]
    expect(fields('DepartmentCreate', 'DepartmentUpdate')).toEqual(expected.sort())
  })

  test('that the format expresses otherwise says how, when somebody writes it', () => {
    const silent = (schema: JsonSchema, names: readonly string[]) =>
      names.filter((name) => schema['x-instead']?.[name] === undefined)
    expect(silent(personSchema, userFieldsElsewhere)).toEqual([])
    expect(silent(departmentSchema, departmentFieldsElsewhere)).toEqual([])
  })
})

describe('what can be emptied', () => {
  const nullable = (schema: JsonSchema) =>
    Object.entries(schema.properties ?? {})
      .filter(([, { type }]) => Array.isArray(type) && type.includes('null'))
      .map(([field]) => field)
      .sort()

  test('follows from the contract', () => {
    expect(nullable(personSchema)).toMatchInlineSnapshot(`
      [
        "also",
        "email",
        "exclusive_mobile",
        "extension",
        "job_number",
        "manager_userid",
        "nickname",
        "org_email",
        "remark",
        "telephone",
        "title",
        "work_place",
      ]
    `)
    expect(nullable(departmentSchema)).toMatchInlineSnapshot(`
      [
        "brief",
        "code",
        "dept_permits",
        "extension",
        "managers",
        "org_dept_owner",
        "outer_permit_depts",
        "outer_permit_users",
        "telephone",
        "user_permits",
      ]
    `)
  })

  test.each([
    ['empty-string', { type: 'string', 'x-clear': 'empty-string' }, true],
    ['empty-object', { type: 'string', 'x-clear': 'empty-object' }, true],
    ['force_update_fields', { type: 'string', 'x-clear': 'force_update_fields' }, true],
    ['never', { type: 'string', 'x-clear': 'never' }, false],
    ['nothing documented', { type: 'string' }, false],
    ['unknown, and an empty text fits', { type: 'string', 'x-clear': 'unknown' }, true],
    ['unknown, and an empty text is too short', { type: 'string', 'x-clear': 'unknown', minLength: 1 }, false],
    ['unknown, and the pattern refuses an empty text', { type: 'string', 'x-clear': 'unknown', pattern: '^a' }, false],
    ['unknown, and it is no text', { type: 'integer', 'x-clear': 'unknown' }, false],
    ['fixed at creation', { type: 'string', 'x-clear': 'empty-string', 'x-immutable': true as const }, false],
  ])('%s: %o', (_, field, expected) => {
    expect(clearable(field)).toBe(expected)
  })
})

function nested(schema: JsonSchema, path = ''): [string, JsonSchema][] {
  const inner = [
    ...Object.entries(schema.properties ?? {}),
    ...Object.entries(schema.definitions ?? {}),
    ...(schema.items ? [['items', schema.items] as const] : []),
  ]
  return [[path, schema], ...inner.flatMap(([name, child]) => nested(child, `${path}/${name}`))]
}
