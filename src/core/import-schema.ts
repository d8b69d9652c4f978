import { leftOutReasons } from './import-report.ts'
import { described, type JsonSchema } from './json-schema.ts'
import { corp, count, list, object, ref, text } from './output-schemas.ts'

/** `rollbook import --format json`. */
export const importSchema: JsonSchema = {
  ...described(
    { en: 'Import', zh: '导入' },
    { en: 'What of a company became files, and what did not.', zh: '公司的哪些内容写进了文件，哪些没有。' },
  ),
  ...object(
    {
      format: { type: 'string', const: 'rollbook.import/1' },
      corp,
      directory: text,
      departments: count,
      people: count,
      roles: count,
      leftOut: list(
        object({ ...ref, field: text, why: { type: 'string', enum: leftOutReasons }, message: text }, [
          'field',
          'message',
        ]),
      ),
      changes: {
        ...described(
          { en: 'Changes', zh: '改动' },
          { en: 'How much the next plan would change: 0.', zh: '接下来变更预览里的改动数：0。' },
        ),
        ...count,
      },
      marks: {
        ...described(
          { en: 'Marks', zh: '标记' },
          {
            en: 'With --mark: departments that were marked, that carry the mark of another system, and that DingTalk refused.',
            zh: '使用 --mark 时：已打标记的部门数、带有其他系统标记的部门数、钉钉拒绝的部门数。',
          },
        ),
        ...object({ written: count, foreign: count, refused: count }),
      },
    },
    ['marks'],
  ),
}
