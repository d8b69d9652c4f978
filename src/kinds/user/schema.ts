import { type FieldText, fieldSchema, referenceTo } from '../../core/field-schema.ts'
import { described, type JsonSchema } from '../../core/json-schema.ts'
import { contract } from '../../dingtalk/contract.ts'
import { insteadInPerson, personExtraTexts, personTexts } from './schema-texts.ts'

/** A further department of a person: its key alone, or with what holds in it. */
export type AlsoManifest =
  | string
  | { readonly department?: string; readonly title?: string; readonly order?: string }
  | undefined

/** What a person's file may say, once it has passed the schema. */
export interface PersonManifest {
  readonly userid: string
  readonly also?: readonly AlsoManifest[] | null
  readonly order?: string
  readonly replace?: 'mobile'
  readonly [field: string]: unknown
}

const create = contract.schemas['UserCreate']?.properties ?? {}
const update = contract.schemas['UserUpdate']?.properties ?? {}
const titles = contract.schemas['DeptTitle']?.properties ?? {}
const orders = contract.schemas['DeptOrder']?.properties ?? {}

/** What an update calls a field that a create calls otherwise. */
const updateNames: { readonly [field: string]: string } = { login_id: 'loginId' }

/** Fields of the contract's user that the format expresses in another way, or that are no data. */
export const userFieldsElsewhere = [
  'dept_id_list',
  'dept_order_list',
  'dept_title_list',
  'dept_position_list',
  'loginId',
  'force_update_fields',
  'ext_attrs_update_mode',
  'language',
] as const

/** Fields of a person that the contract marks as personal or secret. */
export const personalUserFields: ReadonlySet<string> = new Set(
  Object.keys(create).filter((field) => create[field]?.['x-personal'] || create[field]?.['x-secret']),
)

/** How many departments a person may be in, the main one included. */
export const departmentsOfPerson = create['dept_id_list']?.maxItems ?? Number.POSITIVE_INFINITY

function fieldOf(name: string, words: FieldText): JsonSchema {
  const schema = fieldSchema(create[name], update[updateNames[name] ?? name], words)
  return personalUserFields.has(name) ? { ...schema, 'x-sealable': true } : schema
}

const { order, also, replace } = personExtraTexts
const orderSchema = fieldSchema(orders['order'], undefined, order)

const alsoSchema: JsonSchema = {
  ...referenceTo('department'),
  ...described(also.title, also.about),
  type: ['string', 'number', 'object'],
  required: ['department'],
  additionalProperties: false,
  properties: {
    department: {
      ...described({ en: 'Department', zh: '部门' }, { en: 'Its key.', zh: '部门标识。' }),
      examples: ['财务部'],
      ...referenceTo('department'),
    },
    title: fieldSchema(titles['title'], undefined, {
      title: { en: 'Title there', zh: '在该部门的职位' },
      about: { en: 'Title in this department.', zh: '在这个部门的职位。' },
      examples: ['顾问'],
    }),
    order: fieldSchema(orders['order'], undefined, {
      title: { en: 'Weight there', zh: '在该部门的排序' },
      about: { en: 'Weight in this department: larger first.', zh: '在这个部门中的排序值，数值大的在前。' },
      examples: [5],
    }),
  },
}

/** One person. A file holds one, or a list of them. */
export const personSchema: JsonSchema = {
  ...described(
    { en: 'Person', zh: '员工' },
    {
      en: 'A person whose main department is this folder. Left out: not managed. null: clear.',
      zh: '主部门是本文件夹的员工。没写的字段不管；写 null 表示清空。',
    },
  ),
  type: 'object',
  required: ['userid'],
  additionalProperties: false,
  'x-instead': insteadInPerson,
  properties: {
    ...Object.fromEntries(Object.entries(personTexts).map(([name, words]) => [name, fieldOf(name, words)])),
    order: { ...orderSchema, examples: [176322] },
    also: {
      ...described(also.title, also.about),
      examples: [['市场部', { department: '财务部', title: '顾问', order: 5 }]],
      type: ['array', 'null'],
      maxItems: departmentsOfPerson - 1,
      items: alsoSchema,
    },
    replace: { ...described(replace.title, replace.about), type: 'string', enum: ['mobile'] },
  },
}

/** A file of people, as an editor sees it. */
export const peopleFileSchema: JsonSchema = {
  definitions: { person: personSchema },
  oneOf: [{ $ref: '#/definitions/person' }, { type: 'array', items: { $ref: '#/definitions/person' } }],
}
