import { day, moment } from './attendance-schema.ts'
import { ghostFindings, goneBy } from './ghosts.ts'
import { described, type JsonSchema } from './json-schema.ts'
import { corp, count, list, object, text } from './output-schemas.ts'

/** `rollbook attendance --ghosts --format json`. */
export const ghostsSchema: JsonSchema = {
  ...described(
    { en: 'Ghosts', zh: '异常账号' },
    {
      en: 'Who never signed in to DingTalk, and who left and still clocks in.',
      zh: '从没登录过钉钉的人，以及已经离职、却还在打卡的人。',
    },
  ),
  ...object({
    format: { type: 'string', const: 'rollbook.ghosts/1' },
    corp,
    from: day,
    to: day,
    people: count,
    leavers: count,
    ghosts: list(
      object(
        {
          finding: { type: 'string', enum: [...ghostFindings] },
          userid: text,
          name: text,
          department: text,
          by: {
            ...described(
              { en: 'By', zh: '依据' },
              { en: 'What says that the person left.', zh: '从哪里看出这个人已经离职。' },
            ),
            type: 'string',
            enum: [...goneBy],
          },
          left: {
            ...described(
              { en: 'Left', zh: '离职时间' },
              { en: 'Left out where nothing tells it.', zh: '无从得知时不写。' },
            ),
            ...moment,
          },
          clockIns: count,
          last: moment,
        },
        ['department', 'by', 'left', 'clockIns', 'last'],
      ),
    ),
    unknown: {
      ...described(
        { en: 'Unknown', zh: '没有查清的' },
        { en: 'What could not be found out, and why.', zh: '哪些没有查清，为什么。' },
      ),
      ...list(object({ what: { type: 'string', enum: ['sign-ins', 'leavers', 'clock-ins'] }, message: text })),
    },
    complete: { type: 'boolean' },
  }),
}
