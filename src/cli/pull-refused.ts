import { PullRefused } from '../commands/pull.ts'
import { PullUnsettled } from '../commands/pull-settle.ts'
import { IncompleteRead } from '../core/incomplete-read.ts'
import type { Ref } from '../core/model.ts'
import type { Language } from '../render/words.ts'
import { pullWords } from './pull-words.ts'

/** Why a pull took nothing at all, line by line; null for any other error. */
export function refusalLines(error: unknown, language: Language): readonly string[] | null {
  const words = pullWords(language)
  if (error instanceof IncompleteRead)
    return [words.incomplete, ...error.gaps.map(({ message }) => `  ${message}`), words.incompleteNext]
  if (error instanceof PullRefused)
    return [words.refused, ...error.refusals.map(({ message }) => `  ${message}`), words.refusedNext]
  if (!(error instanceof PullUnsettled)) return null
  if (error.problems.length > 0)
    return [
      words.invalid(error.problems.length),
      ...error.problems.map(({ file, line, message }) => `  ${file}:${line}  ${message}`),
      words.invalidNext,
    ]
  return [words.unsettled, ...error.refs.map((ref) => `  ${optionOf(ref)}`), words.unsettledNext]
}

/** How `--only` names something. */
export function optionOf({ kind, key }: Ref): string {
  return `${kind === 'department-settings' ? 'department' : kind}:${key.replace(/^#/, '')}`
}
