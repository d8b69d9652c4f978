import { validate } from '../commands/validate.ts'
import { problemsJson } from '../render/json.ts'
import { renderProblems } from '../render/problems.ts'
import { EXIT } from './exit.ts'
import type { Session } from './session.ts'
import { doorWords } from './words.ts'

/** `rollbook validate`: all problems of the files at once. */
export async function validateDoor(session: Session): Promise<number> {
  const { directory, lang } = session.options
  const { problems, counts, language } = await validate({ directory, ...(lang !== undefined && { language: lang }) })
  if (session.options.format === 'json') session.print(problemsJson(problems, counts))
  else if (problems.length > 0) session.print(renderProblems(problems, { language, color: session.color }))
  else session.print(`${doorWords(language).valid(counts.departments, counts.people, counts.roles)}\n`)
  return problems.length > 0 ? EXIT.invalid : EXIT.done
}
