import type { NewLock, ProofOfLock } from '../core/lock-report.ts'
import type { Ref } from '../core/model.ts'
import { type Judgement, verdicts } from '../core/prove.ts'
import { palette } from './color.ts'
import { forMarkdown, forTerminal } from './escape.ts'
import { evidenceText, judgedText, lockedName } from './sentences/judged.ts'
import { type Language, type Words, wordsOf } from './words.ts'

export interface LockOptions {
  readonly language: Language
  readonly color: boolean
  readonly format: 'text' | 'markdown'
  /** How the program is called for this directory: `rollbook` and its `-d`. */
  readonly command: (verb: string) => string
}

interface Block {
  readonly title?: string
  readonly danger?: boolean
  readonly lines: readonly string[]
}

/** Every entry of the lock with its evidence, the worst first; then what the lock lacks, counts, and what to type. */
export function renderVerified(proof: ProofOfLock, options: LockOptions): string {
  const words = wordsOf(options.language)
  const { lock } = words
  const blocks: Block[] = [...verdicts].reverse().map((verdict) => ({
    title: lock.verdicts[verdict],
    danger: verdict === 'contradicted' || verdict === 'gone',
    lines: proof.judgements.filter((entry) => entry.verdict === verdict).map((entry) => judgedText(entry, words)),
  }))
  const wrong = proof.judgements.some(({ verdict }) => verdict === 'contradicted')
  const gone = proof.judgements.some(({ verdict }) => verdict === 'gone')
  return printed(
    [
      { title: lock.title, danger: !proof.sound, lines: [proof.sound ? lock.good : lock.bad] },
      ...blocks,
      { title: lock.strays, lines: proof.strays.map(lock.stray) },
      { title: lock.waiting, lines: proof.waiting.map((entry) => locatedText(entry, words)) },
      {
        lines: [
          ...(proof.judgements.length === 0 ? [lock.empty] : [lock.counts(countsOf(proof.judgements))]),
          ...(proof.older ? [lock.older] : []),
          ...doubts(proof, words),
          ...(proof.problems > 0 ? [lock.filesInvalid(proof.problems)] : []),
          ...(wrong || proof.older ? [words.advice(lock.nextRebuild(options.command('lock rebuild')))] : []),
          ...(gone && !wrong ? [words.advice(lock.nextGone(options.command('plan')))] : []),
        ],
      },
    ],
    options,
  )
}

/** How a new lock differs from the one before, or why none was made. */
export function renderRebuilt(made: NewLock, options: LockOptions): string {
  const words = wordsOf(options.language)
  const { rebuild } = words.lock
  const entries = Object.values(made.lock.resources).reduce((sum, list) => sum + Object.keys(list).length, 0)
  const incomplete = made.reading.gaps.length > 0
  return printed(
    [
      { title: rebuild.title, lines: [rebuild.counts({ entries, kept: made.kept })] },
      {
        danger: true,
        lines: [
          ...(incomplete ? [rebuild.incomplete] : []),
          ...made.reading.gaps.map(({ message }) => words.aside(message)),
          ...(incomplete ? [words.advice(words.refusals['incomplete-read'].next())] : []),
          ...doubts({ ...made, reading: { ...made.reading, gaps: [] } }, words),
        ],
      },
      {
        title: rebuild.ambiguous,
        danger: true,
        lines: made.doubtful.map(
          (entry) => `${lockedName(entry.ref, words)}: ${entry.id}, ${evidenceText(entry, words)}`,
        ),
      },
      { lines: made.doubtful.length > 0 ? [words.advice(rebuild.nextAmbiguous)] : [] },
      { title: rebuild.removed, danger: true, lines: made.removed.map((entry) => removedText(entry, words)) },
      {
        title: rebuild.changed,
        lines: made.changed.map(({ ref, before, after }) =>
          rebuild.changedLine({ what: lockedName(ref, words), before, after }),
        ),
      },
      { title: rebuild.added, lines: made.added.map((entry) => locatedText(entry, words)) },
      { title: words.lock.unknownDepartments, lines: made.strays.map(words.lock.stray) },
      { lines: made.removed.length > 0 ? [rebuild.lost] : [] },
    ],
    options,
  )
}

/** What keeps a proof from being one, each with what to do. */
function doubts(
  { company, corp, reading }: Pick<ProofOfLock, 'company' | 'corp' | 'reading'>,
  { advice, lock, refusals, wrongCompany }: Words,
): string[] {
  const { what, next } = wrongCompany.credential
  return [
    ...(company === 'wrong' ? [what({ shownBy: 'credential', corp: corp ?? '', other: '', n: 0 }), advice(next)] : []),
    ...(reading.gaps.length > 0 ? [lock.notWhole, advice(refusals['incomplete-read'].next())] : []),
  ]
}

function countsOf(judgements: readonly Judgement[]) {
  const count = (verdict: string) => judgements.filter((entry) => entry.verdict === verdict).length
  return {
    proven: count('proven'),
    plausible: count('plausible'),
    gone: count('gone'),
    contradicted: count('contradicted'),
  }
}

function locatedText({ id, ...ref }: Ref & { readonly id: string }, words: Words): string {
  return words.lock.rebuild.addedLine({ what: lockedName(ref, words), id })
}

function removedText({ id, ...ref }: Ref & { readonly id: string }, words: Words): string {
  return words.lock.rebuild.removedLine({ what: lockedName(ref, words), id })
}

function printed(blocks: readonly Block[], { format, color }: LockOptions): string {
  const shown = blocks.filter(({ lines }) => lines.length > 0)
  const paint = palette(color)
  const text = ({ title, danger, lines }: Block): string[] => {
    const loud = danger ? paint.danger : (line: string) => line
    if (title === undefined) return lines.map((line) => loud(forTerminal(line)))
    return [paint.bold(loud(forTerminal(title))), ...lines.map((line) => `  · ${forTerminal(line)}`)]
  }
  const markdown = ({ title, lines }: Block): string[] =>
    title === undefined
      ? [lines.map(forMarkdown).join('  \n')]
      : [`#### ${forMarkdown(title)}`, '', ...lines.map((line) => `- ${forMarkdown(line)}`)]
  return `${shown.map((block) => (format === 'markdown' ? markdown(block) : text(block)).join('\n')).join('\n\n')}\n`
}
