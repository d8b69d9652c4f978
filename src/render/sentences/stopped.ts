import { type Exceeded, type Plan, placeKey, type Ref, type Refusal } from '../../core/model.ts'
import type { Judgement } from '../../core/prove.ts'
import type { Line } from '../sentences.ts'
import type { Words } from '../words.ts'
import { judgedText } from './judged.ts'
import type { Speech } from './values.ts'

/** How many names stand for a list, and how many details for a kind of gap. */
const few = 5

/** What a refusal's sentence may name: how many, of what, which case, and the entry of rollbook.yaml that would allow it. */
interface Parts {
  readonly n: number
  readonly counted: string
  readonly which: string
  readonly blocking: string
  readonly entry: string
}

/** Why the plan was stopped, whom or what it is about, and what to do: in words of the reader's language. */
export function refusalLine(refusal: Refusal, speech: Speech): Line {
  const { words } = speech
  const { code, refs, company, entries: judged = [] } = refusal
  const about = refs.length === 0 || judged.length > 0 ? [] : [words.about(among(refs, speech))]
  const { next }: { next: (parts: Parts) => string } = words.refusals[code]
  // Codes that only a base commit has say it themselves.
  const own = refusal.base && limitedByBase(code) ? words.refusedAtBase.next : next(partsOf(refusal, speech))
  const advice = company === undefined ? own : words.wrongCompany[company.shownBy].next
  return {
    text: refusalText(refusal, speech),
    under: [...judgedLines(judged, words), ...about, words.advice(advice)],
  }
}

/** The entries of the lock that are not true, the first few in full. */
function judgedLines(judged: readonly Judgement[], words: Words): string[] {
  const rest = judged.length - few
  return [
    ...judged.slice(0, few).map((judgement) => judgedText(judgement, words)),
    ...(rest > 0 ? [words.proof.more(rest)] : []),
  ]
}

/** Why the plan was stopped, in one sentence. */
export function refusalText(refusal: Refusal, speech: Speech): string {
  const { words } = speech
  if (refusal.company !== undefined) return words.wrongCompany[refusal.company.shownBy].what(refusal.company)
  const { what }: { what: (parts: Parts) => string } = words.refusals[refusal.code]
  const text = (refusal.limit && limitText(refusal.limit, speech)) ?? what(partsOf(refusal, speech))
  return refusal.base && limitedByBase(refusal.code) ? words.refusedAtBase.what(text) : text
}

function limitedByBase(code: Refusal['code']): boolean {
  return code !== 'departed-changed' && code !== 'wrong-company'
}

function partsOf(refusal: Refusal, speech: Speech): Parts {
  const { refs, entry = '', blocking = [] } = refusal
  const which = refusal.case ?? ''
  return { n: refs.length, counted: counted(refs, speech), which, blocking: among(blocking, speech), entry }
}

function limitText({ name, amount, most, managed, subtree }: Exceeded, { words, names }: Speech) {
  const limits: { readonly [name: string]: { what(n: number): string; of(n: number): string } } = words.limits
  const limit = limits[name]
  if (limit === undefined) return undefined
  const text = words.limit({ what: limit.what(amount), most: limit.of(most), managed: limit.of(managed) })
  if (subtree === undefined) return text
  return words.limitIn({ department: names.of({ kind: 'department', key: subtree }), limit: text })
}

/** The first few by name, and how many there are where that is more. */
export function among(refs: readonly Ref[], speech: Speech): string {
  const { words, names } = speech
  const shown = refs.slice(0, few).map(names.of)
  return refs.length <= few ? words.list(shown) : words.among(shown, refs.length - few, counted(refs, speech))
}

/** `3 名员工、1 个部门`. */
function counted(refs: readonly Ref[], speech: Speech): string {
  const byKind = new Map<string, number>()
  for (const { kind } of refs) {
    const shown = kind === 'department-settings' ? 'department' : kind
    byKind.set(shown, (byKind.get(shown) ?? 0) + 1)
  }
  return speech.words.list([...byKind].map(([kind, n]) => countOf(kind, n, speech)))
}

/** So many of a kind, as people say it. */
export function countOf(kind: string, n: number, { words }: Speech): string {
  const { other, ...known } = words.counted
  const texts: { readonly [kind: string]: (n: number) => string } = known
  return texts[kind]?.(n) ?? other({ kind, n })
}

/** One line for each kind of hole in the read; which departments and people it was, below it. */
export function gapLines({ reading }: Pick<Plan, 'reading'>, speech: Speech): Line[] {
  const { words } = speech
  const codes = [...new Set(reading.gaps.map(({ code }) => code))]
  return codes.map((code) => {
    const text = words.proof.gaps[code]
    // Both numbers stand at the end of the plan.
    if (code === 'head-count') return { text }
    const gaps = reading.gaps.filter((gap) => gap.code === code)
    const refs = new Map(gaps.flatMap((gap) => gap.refs ?? []).map((ref) => [placeKey(ref), ref]))
    const details = gaps.map(({ message }) => words.aside(message))
    const rest = details.length - few
    return {
      text,
      ...(refs.size > 0 && { under: [words.about(among([...refs.values()], speech))] }),
      aside: [...details.slice(0, few), ...(rest > 0 ? [words.aside(words.proof.more(rest))] : [])],
    }
  })
}
