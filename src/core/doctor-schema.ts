import { checkNames, states } from './doctor.ts'
import { described, type JsonSchema } from './json-schema.ts'
import { list, object } from './output-schemas.ts'

/** `rollbook doctor --format json`. */
export const doctorSchema: JsonSchema = {
  ...described({ en: 'Doctor', zh: '体检' }, { en: 'What works and what does not.', zh: '哪些正常，哪些不正常。' }),
  ...object({
    format: { type: 'string', const: 'rollbook.doctor/1' },
    healthy: {
      ...described({ en: 'Healthy', zh: '健康' }, { en: 'Nothing is a problem.', zh: '没有一项有问题。' }),
      type: 'boolean',
    },
    checks: list(
      object({
        name: { type: 'string', enum: [...checkNames] },
        state: {
          ...described(
            { en: 'State', zh: '状态' },
            { en: 'That of the worst finding.', zh: '各项结果里最严重的一个。' },
          ),
          type: 'string',
          enum: [...states],
        },
        findings: list(
          object(
            {
              code: { type: 'string' },
              state: { type: 'string', enum: [...states] },
              message: { type: 'string' },
              why: list({ type: 'string' }),
              fix: {
                ...described({ en: 'Fix', zh: '办法' }, { en: 'What to do.', zh: '怎样处理。' }),
                type: 'string',
              },
              evidence: {
                ...described(
                  { en: 'Evidence', zh: '依据' },
                  {
                    en: 'What the message is made of, by name; different for each code.',
                    zh: '消息里的各个值，按名称列出；每个代码各不相同。',
                  },
                ),
                type: 'object',
              },
            },
            ['why', 'fix'],
          ),
        ),
      }),
    ),
  }),
}
