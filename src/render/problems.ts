import { type Problem, sortProblems } from '../core/problem.ts'
import { palette } from './color.ts'
import { forTerminal } from './escape.ts'
import { type Language, wordsOf } from './words.ts'

/** Problems as people read them: by file, each with line, column, what is wrong and what to type; the count last. */
export function renderProblems(
  problems: readonly Problem[],
  { language, color }: { readonly language: Language; readonly color: boolean },
): string {
  const words = wordsOf(language)
  const paint = palette(color)
  const sorted = sortProblems(problems)
  const [first] = sorted
  if (first === undefined) return `${words.problems.none}\n`
  const blocks = new Map<string, string[]>()
  for (const { file, line, column, code, message, hint } of sorted) {
    const block = blocks.get(file) ?? []
    blocks.set(file, block)
    // The whole place on each line, so that editors and terminals can open it.
    block.push(
      `${paint.bold(forTerminal(`${file}:${line}:${column}`))}  ${paint.danger(forTerminal(message))}  ${paint.dim(`[${code}]`)}`,
      ...(hint === undefined ? [] : [`    ${forTerminal(words.advice(hint))}`]),
    )
  }
  const count = words.problems.count({ problems: sorted.length, files: blocks.size })
  const last = [paint.bold(count), words.problems.explain(`rollbook explain ${first.code}`)]
  return `${[...blocks.values(), last].map((lines) => lines.join('\n')).join('\n\n')}\n`
}
