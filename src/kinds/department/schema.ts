import { type FieldText, fieldSchema, reference, text } from '../../core/field-schema.ts'
import { described, type JsonSchema } from '../../core/json-schema.ts'
import { contract } from '../../dingtalk/contract.ts'
import { departmentTexts, insteadInDepartment } from './schema-texts.ts'

/** What `department.yaml` may say, once it has passed the schema. */
export interface DepartmentManifest {
  readonly name?: string
  readonly key?: string
  readonly previously?: readonly (string | undefined)[]
  readonly managers?: readonly (string | undefined)[] | null
  readonly [field: string]: unknown
}

const create = contract.schemas['DepartmentCreate']?.properties ?? {}
const update = contract.schemas['DepartmentUpdate']?.properties ?? {}

/** Our name of a field where it is not the contract's own. */
const contractNames: { readonly [field: string]: string } = { managers: 'dept_manager_userid_list' }

/** Fields of the contract's department that the format expresses in another way, or that are no data. */
export const departmentFieldsElsewhere = [
  'dept_id',
  'parent_id',
  'source_identifier',
  'dept_manager_userid_list',
  'force_update_fields',
  'language',
] as const

/** Fields of a department that the contract marks as personal. */
export const personalDepartmentFields: ReadonlySet<string> = new Set(
  Object.keys(create).filter((field) => create[field]?.['x-personal']),
)

/** Pairs of lists that DingTalk counts together: one entry for each list that names others. */
export const countedTogether: readonly { readonly fields: readonly string[]; readonly max: number }[] = Object.entries(
  update,
).flatMap(([field, { 'x-max-together': together }]) => {
  const fields = together ? [field, ...together.with].sort() : []
  return together && fields[0] === field ? [{ fields, max: together.max }] : []
})

function fieldOf(name: string, words: FieldText): JsonSchema {
  const contractName = contractNames[name] ?? name
  return fieldSchema(create[contractName], update[contractName], words)
}

/** A department key as people choose it: not the root, not the mark of a department without a key, no stray slashes. */
const keySchema: JsonSchema = { type: text, minLength: 1, pattern: '^(?![#/])(?!.*//)\\S(?:.*[^\\s/])?$' }

const { key, previously, ...fromContract } = departmentTexts

/** `department.yaml`. */
export const departmentSchema: JsonSchema = {
  ...described(
    { en: 'Department', zh: '部门' },
    {
      en: 'Settings of the department that this folder is. Everything is optional; what is left out is not managed.',
      zh: '这个文件夹所代表的部门的设置。所有字段都可以不写；没写的，Rollbook 不管。',
    },
  ),
  type: 'object',
  additionalProperties: false,
  'x-instead': insteadInDepartment,
  properties: {
    ...Object.fromEntries(Object.entries(fromContract).map(([name, words]) => [name, fieldOf(name, words)])),
    key: { ...described(key.title, key.about), examples: key.examples, ...keySchema, 'x-hint': key.hint },
    previously: {
      ...described(previously.title, previously.about),
      examples: previously.examples,
      type: 'array',
      items: reference,
      uniqueItems: true,
    },
  },
}
