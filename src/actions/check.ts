import { posix } from 'node:path'
import { EXIT } from '../commands/exit.ts'
import { type Validation, validate } from '../commands/validate.ts'
import { LockInvalid } from '../core/lock-parse.ts'
import { type Problem, worded } from '../core/problem.ts'
import type { Note } from '../github/annotations.ts'
import { renderProblems } from '../render/problems.ts'
import { renderProblemsMarkdown } from '../render/problems-markdown.ts'
import type { Language } from '../render/words.ts'
import { type Ending, type Inputs, type Job, languagesOf } from './job.ts'
import { inTurn, runAddress } from './page.ts'
import type { Report } from './report.ts'
import { words } from './words.ts'

/** What is wrong with the files, in each language that is wanted, and how much they hold. */
export interface Checked {
  readonly languages: readonly Language[]
  readonly problems: { readonly [language in Language]?: readonly Problem[] }
  readonly count: number
  readonly counts?: Validation['counts']
}

/** Checks the files: offline, without a credential. A lock that cannot be read is a problem like any other. */
export async function check({ directory, language: asked }: Inputs): Promise<Checked> {
  try {
    const [first] = languagesOf(asked, undefined)
    const found = await validate({ directory, ...(asked !== '' && first !== undefined && { language: first }) })
    const languages = languagesOf(asked, found.language)
    const others = languages.filter((language) => language !== found.language)
    const more = found.problems.length === 0 ? [] : others
    const rest = await Promise.all(
      more.map(async (language) => [language, (await validate({ directory, language })).problems] as const),
    )
    const problems = { ...Object.fromEntries(rest), [found.language]: found.problems }
    return { languages, problems, count: found.problems.length, counts: found.counts }
  } catch (error) {
    if (!(error instanceof LockInvalid)) throw error
    const { findings } = error
    const problems = { zh: worded(findings, 'zh'), en: worded(findings, 'en') }
    return { languages: languagesOf(asked), problems, count: findings.length }
  }
}

/** Problems as a report: beside their lines, in the log, and as a page. */
export function problemReport(job: Job, { directory }: Inputs, { languages, problems, count }: Checked): Report {
  const known = Object.values(problems)[0] ?? []
  const of = (language: Language) => problems[language] ?? known
  return {
    directory,
    languages,
    first: words.problems,
    body: inTurn(
      languages,
      (language, limit) => renderProblemsMarkdown(of(language), { language, limit }),
      runAddress(job),
    ),
    log: (language) => renderProblems(of(language), { language, color: false }),
    notes: problemNotes(directory, languages.map(of)),
    outputs: { problems: count },
  }
}

/** How a run ends where the files have problems. */
export function invalid(count: number): Ending {
  return { exit: EXIT.invalid, said: words.invalid(count) }
}

/** One note for each problem, beside its line in the repository; `inLanguages` holds the same problems in one order. */
function problemNotes(directory: string, inLanguages: readonly (readonly Problem[])[]): Note[] {
  const [first = []] = inLanguages
  return first.map(({ file, line, column, code }, at) => ({
    level: 'error',
    title: code,
    file: posix.join(directory, file),
    line,
    column,
    text: inLanguages
      .flatMap((problems) => [problems[at]?.message, problems[at]?.hint].filter((part) => part !== undefined))
      .join('\n'),
  }))
}
