import { mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { annotate, type Note } from '../github/annotations.ts'
import { forActionLog, forOutput } from '../render/escape.ts'
import type { Language } from '../render/words.ts'
import { type Job, said } from './job.ts'
import { summaryOf, type Told } from './page.ts'
import type { OutputName } from './table.ts'
import { words } from './words.ts'

/** What a run has to tell, everywhere. */
export interface Report extends Told {
  readonly notes: readonly Note[]
  /** The same for the log, in one language. */
  readonly log: (language: Language) => string
  /** Files to keep: the output that names each one, its name and its text. */
  readonly files?: readonly { readonly output: OutputName; readonly name: string; readonly text: string }[]
  readonly outputs: { readonly [name in OutputName]?: string | number }
}

/** Tells it in the log, beside the files, in the summary of the job and in the outputs. */
export async function publish({ runner, env }: Job, report: Report): Promise<void> {
  const { languages, notes, outputs } = report
  for (const language of languages) {
    runner.write(forActionLog(forOutput(`${report.first[language]}\n\n${report.log(language)}\n`)))
  }
  const { lines, rest } = annotate(notes)
  runner.write(lines)
  if (rest > 0) runner.write(annotate([{ level: 'notice', text: said(words.rest(rest), languages) }]).lines)
  const summary = summaryOf(report)
  await runner.summary(summary)
  const folder = await mkdtemp(join(env['RUNNER_TEMP'] || tmpdir(), 'rollbook-'))
  const files = [...(report.files ?? []), { output: 'summary-path' as const, name: 'summary.md', text: summary }]
  for (const { output, name, text } of files) {
    const path = join(folder, name)
    await writeFile(path, text, { flag: 'wx', mode: 0o600 })
    runner.output(output, path)
  }
  for (const [name, value] of Object.entries(outputs)) runner.output(name, String(value))
}

/** A note that is about no file, in all languages. */
export function remark({ runner }: Job, level: Note['level'], text: string): void {
  runner.write(annotate([{ level, text }]).lines)
}
