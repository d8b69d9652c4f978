import { attendanceKinds } from './attendance.ts'
import { described, type JsonSchema } from './json-schema.ts'
import { corp, count, flag, list, object, text } from './output-schemas.ts'

/** A day of China's calendar. */
export const day: JsonSchema = { type: 'string', pattern: '^\\d{4}-\\d{2}-\\d{2}$' }
/** A moment, with China's offset. */
export const moment: JsonSchema = { type: 'string', pattern: '^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}\\+08:00$' }

/** `rollbook attendance --format json`. */
export const attendanceSchema: JsonSchema = {
  ...described(
    { en: 'Attendance', zh: '考勤' },
    {
      en: 'Who clocked in when. Codes are DingTalk’s, and new ones may come.',
      zh: '谁在什么时候打卡。代码是钉钉自己的，以后可能增加。',
    },
  ),
  ...object({
    format: { type: 'string', const: 'rollbook.attendance/1' },
    corp,
    kind: { type: 'string', enum: [...attendanceKinds] },
    from: day,
    to: day,
    departments: list(text),
    people: {
      ...described({ en: 'People', zh: '人数' }, { en: 'How many people were asked for.', zh: '查询了多少人。' }),
      ...count,
    },
    rows: list(
      object(
        {
          userid: text,
          name: text,
          jobNumber: text,
          department: text,
          day,
          check: text,
          planned: moment,
          clocked: {
            ...described(
              { en: 'Clocked', zh: '打卡时间' },
              { en: 'Left out where nobody clocked in.', zh: '没有打卡时不写。' },
            ),
            ...moment,
          },
          timeResult: text,
          locationResult: text,
          source: text,
          approved: flag,
          legal: text,
          invalid: text,
        },
        [
          'jobNumber',
          'check',
          'planned',
          'clocked',
          'timeResult',
          'locationResult',
          'source',
          'approved',
          'legal',
          'invalid',
        ],
      ),
    ),
    missing: {
      ...described(
        { en: 'Missing', zh: '没有读到的' },
        {
          en: 'Of whom, on which days, nothing could be read.',
          zh: '哪些人、哪些天没有读到。',
        },
      ),
      ...list(object({ from: day, to: day, people: list(text) })),
    },
    complete: { type: 'boolean' },
  }),
}
