import { described, type JsonSchema } from './json-schema.ts'
import { list, object } from './output-schemas.ts'

const text: JsonSchema = { type: 'string' }

/** `rollbook seal --check --format json`. */
export const unsealedSchema: JsonSchema = {
  ...described(
    { en: 'In clear', zh: '明文' },
    {
      en: 'Personal values that stand in the files in clear: where and whose, never what.',
      zh: '文件里以明文写着的个人信息：在哪里、是谁的，不含内容。',
    },
  ),
  ...object({
    format: { type: 'string', const: 'rollbook.unsealed/1' },
    values: list(
      object({
        file: text,
        line: { type: 'integer', minimum: 1 },
        column: { type: 'integer', minimum: 1 },
        userid: text,
        field: text,
      }),
    ),
  }),
}
