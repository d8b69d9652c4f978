import { type Problem, sortProblems } from '../core/problem.ts'
import { forMarkdown } from './escape.ts'
import { placeText } from './text.ts'
import { type Language, wordsOf } from './words.ts'

/** Problems as Markdown: as many as fit into `limit` characters, how many more there are, and the count. */
export function renderProblemsMarkdown(
  problems: readonly Problem[],
  { language, limit = Number.POSITIVE_INFINITY }: { readonly language: Language; readonly limit?: number },
): string {
  const words = wordsOf(language)
  const files = new Set(problems.map(({ file }) => file)).size
  const head = `### ${forMarkdown(words.problems.count({ problems: problems.length, files }))}\n\n`
  const cut = (rest: number) => (rest > 0 ? `- _${forMarkdown(words.markdown.cut(rest))}_\n` : '')
  const items = sortProblems(problems).map((problem) => item(problem, language))
  let shown = items.length
  let length = items.reduce((sum, text) => sum + text.length, 0)
  while (shown > 0 && head.length + length + cut(items.length - shown).length > limit) {
    shown -= 1
    length -= items[shown]?.length ?? 0
  }
  return `${head}${items.slice(0, shown).join('')}${cut(items.length - shown)}`
}

function item(problem: Problem, language: Language): string {
  const { message, hint } = problem
  const advice = hint === undefined ? '' : `  - ${forMarkdown(wordsOf(language).advice(hint))}\n`
  return `- ${forMarkdown(message)} <sub>${forMarkdown(placeText(problem))}</sub>\n${advice}`
}
