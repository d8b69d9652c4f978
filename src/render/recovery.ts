import type { Ref } from '../core/model.ts'
import type { Finding, InterruptedRun, RecoveryUndecided } from '../core/recovery.ts'
import { forTerminal } from './escape.ts'
import { namer } from './sentences/names.ts'
import { fieldWords } from './words/fields.ts'
import { type Language, type Words, wordsOf } from './words.ts'

/** One line that says that the next apply has something to look into. */
export function renderWaiting(run: InterruptedRun, language: Language): string {
  return `${forTerminal(wordsOf(language).recovery.waiting(run))}\n`
}

/** What an apply found out about an interrupted run before it planned. */
export function renderRecovery(
  { findings, ...run }: InterruptedRun & { readonly findings: readonly Finding[] },
  language: Language,
): string {
  const words = wordsOf(language)
  const name = nameIn(words)
  const label = (field: string) => fieldWords('user', field)[language]
  const compared = findings.filter(({ found }) => found === 'compare').length
  const lines = [
    words.recovery.looked(run),
    ...findings.flatMap((finding) => {
      if (finding.found === 'made') return [words.recovery.made({ name: name(finding.intent), id: finding.id })]
      if (finding.found === 'unmade') {
        const about = { name: name(finding.intent), lost: words.list(finding.lost.map(label)) }
        return [finding.lost.length === 0 ? words.recovery.unmade(about) : words.recovery.unmadeWithout(about)]
      }
      return finding.found === 'open' ? [words.recovery.open(name(finding.intent))] : []
    }),
    ...(compared > 0 ? [words.recovery.compared(compared)] : []),
  ]
  return `${lines.map(forTerminal).join('\n')}\n`
}

/** Why an apply stopped before it planned, line by line: which ids are in question, and what to do. */
export function undecidedLines({ undecided }: RecoveryUndecided, path: string, words: Words): string[] {
  const name = nameIn(words)
  const { recovery } = words
  return [
    recovery.undecided(undecided.length),
    ...undecided.map(({ ref, ids, owners }) => {
      const about = { name: name(ref), ids: words.list(ids) }
      return owners.length === 0
        ? recovery.fits(about)
        : recovery.owned({ ...about, owner: words.list(owners.map(name)) })
    }),
    words.advice(recovery.undecidedNext(path)),
  ]
}

/** Keys alone: there is no plan yet that knows names. */
function nameIn(words: Words): (ref: Ref) => string {
  const names = namer({ names: {}, changes: [] }, words)
  return (ref) => (ref.kind === 'user' ? ref.key : names.of(ref))
}
