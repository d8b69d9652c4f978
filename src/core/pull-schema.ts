import { described, type JsonSchema } from './json-schema.ts'
import { actions, corp, count, list, object, ref, text } from './output-schemas.ts'
import { notTakenReasons } from './pull-report.ts'

const place = { file: text, line: { type: 'integer', minimum: 1 } } as const
const strings = list(text)
const value: JsonSchema = {
  ...described(
    { en: 'Value', zh: '取值' },
    { en: 'Left out where there is none; personal values are masked.', zh: '没有时不写；个人信息已遮盖。' },
  ),
}
const operation = object({ op: { type: 'string', enum: ['add', 'remove', 'replace'] }, path: text, value }, ['value'])

/** `rollbook pull --format json`. */
export const pullSchema: JsonSchema = {
  ...described(
    { en: 'Pull', zh: '收回改动' },
    {
      en: 'What was taken over from DingTalk into the files, and what was not.',
      zh: '钉钉里的哪些改动收进了文件，哪些没有。',
    },
  ),
  ...object({
    format: { type: 'string', const: 'rollbook.pull/1' },
    corp,
    base: object({ from: { type: 'string', enum: ['lock', 'option', 'head', 'none'] }, commit: text }, ['commit']),
    written: {
      ...described({ en: 'Written', zh: '已写入' }, { en: 'Whether any file changed.', zh: '有没有改动文件。' }),
      type: 'boolean',
    },
    taken: list(
      object(
        {
          ...ref,
          what: { type: 'string', enum: ['changed', 'removed', 'added'] },
          action: { type: 'string', enum: actions },
          ...place,
          patch: list(operation),
        },
        ['file', 'line'],
      ),
    ),
    conflicts: list(
      object(
        {
          ...ref,
          ...place,
          fields: list(
            object({ path: strings, files: value, actual: value, base: value }, ['files', 'actual', 'base']),
          ),
        },
        ['file', 'line'],
      ),
    ),
    notTaken: list(
      object(
        {
          ...ref,
          why: { type: 'string', enum: notTakenReasons },
          field: text,
          names: object(ref),
          problem: object({ code: text, ...place, message: text }),
        },
        ['field', 'names', 'problem'],
      ),
    ),
    intended: list(object(ref)),
    unmanaged: list(object(ref)),
    same: strings,
    files: list(object({ file: text, change: { type: 'string', enum: ['written', 'removed'] } })),
    changes: {
      ...described(
        { en: 'Changes', zh: '改动' },
        { en: 'How much the next plan would change.', zh: '接下来变更预览里的改动数。' },
      ),
      ...count,
    },
  }),
}
