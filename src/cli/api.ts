import {
  callOperation,
  describeOperation,
  type FieldDescription,
  listOperations,
  needsConfirmation,
  type OperationDescription,
  type OperationLine,
  parseArguments,
} from '../commands/api.ts'
import { forJson, forTerminal } from '../render/escape.ts'
import { columns } from '../render/width.ts'
import { EXIT, UsageError } from './exit.ts'
import { confirmed, connect, type Session } from './session.ts'
import { doorWords } from './words.ts'

/** `rollbook api`: without an operation the list, with `--describe` or no way to call it yet its description, else the call. */
export async function apiDoor(
  session: Session,
  options: Record<string, unknown>,
  operation?: string,
  ...words: string[]
): Promise<number> {
  const json = session.options.format === 'json'
  const say = (data: unknown, text: () => string) => session.print(json ? `${forJson(data)}\n` : text())
  if (operation === undefined) {
    const lines = listOperations()
    say({ format: 'rollbook.operations/1', operations: lines }, () => listText(lines))
    return EXIT.done
  }
  if (options['describe']) {
    const description = describeOperation(operation)
    say(description, () => descriptionText(description))
    return EXIT.done
  }
  const all = options['all'] === true
  const request = await parseArguments(operation, words, { all })
  if (needsConfirmation(operation) && !options['yes']) {
    if (!session.interactive) throw new UsageError(doorWords(session.language).needsYes)
    const { effect } = describeOperation(operation)
    if (!(await confirmed(doorWords(session.language).askCall(operation, effect)))) {
      session.note(`${doorWords(session.language).declined}\n`)
      return EXIT.done
    }
  }
  const { client } = await connect(session)
  try {
    session.print(`${forJson(await callOperation(client, operation, request, { all }))}\n`)
  } finally {
    await client.close()
  }
  return EXIT.done
}

function listText(lines: readonly OperationLine[]): string {
  const widest = Math.max(...lines.map(({ id }) => id.length))
  const areas = [...new Set(lines.map(({ area }) => area))]
  const blocks = areas.map((area) => {
    const rows = lines.filter((line) => line.area === area)
    return [
      area,
      ...rows.map(({ id, effect, summary }) => `  ${id.padEnd(widest)}  ${effect.padEnd(6)}  ${summary}`),
    ].join('\n')
  })
  return `${blocks.join('\n\n')}\n\nrollbook api <operation> --describe\n`
}

function descriptionText(description: OperationDescription): string {
  const { id, summary, method, host, path, effect, metered, permissions, confidence, parameters, answer, errors } =
    description
  const errorRows = errors.map(({ code, sub_code, meaning, action }) => [
    sub_code === undefined ? String(code) : `${code}/${sub_code}`,
    `${action}: ${meaning}`,
  ])
  return [
    `${id}: ${summary}`,
    ...(description.description === undefined ? [] : [description.description]),
    ...description.notes.map((note) => `- ${note}`),
    '',
    table([
      ['call', `${method} ${host} ${path}`],
      ['effect', effect],
      ['counts towards the monthly quota', String(metered)],
      ['permission (any one of)', permissions.join(', ') || 'none'],
      ['confidence', confidence],
      ...(description.replacedBy === undefined ? [] : [['use instead', description.replacedBy]]),
      ...description.batch.map(({ field, max }) => ['at most in one call', `${max} ${field}`]),
      ...(description.page === undefined
        ? []
        : [['pages', `up to ${description.page.max ?? '?'} a page; --all walks them`]]),
    ]),
    '',
    'takes',
    table(parameters.flatMap((field) => fieldRows(field, 0))),
    '',
    'answers',
    table(answer.flatMap((field) => fieldRows(field, 0))),
    '',
    'error codes',
    table(errorRows),
    '',
  ].join('\n')
}

function fieldRows(field: FieldDescription, depth: number): string[][] {
  const limits = Object.entries(field.limits)
    .filter(([name]) => /^(max|min|enum|pattern|x-clear$|x-set$|x-immutable|x-personal|x-secret)/.test(name))
    .map(([name, value]) => `${name} ${typeof value === 'object' ? JSON.stringify(value) : String(value)}`)
  const facts = [field.type, ...(field.required ? ['required'] : []), ...limits].join(', ')
  const row = [`${'  '.repeat(depth)}${field.name}`, [facts, field.description].filter(Boolean).join(' — ')]
  return [row, ...(field.fields ?? []).flatMap((inner) => fieldRows(inner, depth + 1))]
}

function table(rows: readonly (readonly string[])[]): string {
  const widest = Math.max(0, ...rows.map(([first = '']) => columns(first)))
  return rows
    .map(
      ([first = '', second = '']) =>
        `  ${forTerminal(first)}${' '.repeat(widest - columns(first))}  ${forTerminal(second)}`,
    )
    .join('\n')
}
