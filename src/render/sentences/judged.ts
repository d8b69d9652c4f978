import type { Ref } from '../../core/model.ts'
import type { Judgement } from '../../core/prove.ts'
import type { Words } from '../words.ts'

/** `department 研发部 (1001): in DingTalk this is "市场部"`: an entry of the lock and why it is judged as it is. */
export function judgedText(judgement: Judgement, words: Words): string {
  const { ref, id } = judgement
  return words.lock.entry({ what: lockedName(ref, words), id, why: evidenceText(judgement, words) })
}

/** A key of the lock as people call it; the lock knows no names, so the key is all there is. */
export function lockedName({ kind, key }: Ref, words: Words): string {
  const labels: { readonly [kind: string]: (name: string) => string } = words.names.ofKind
  return labels[kind]?.(key) ?? `${kind} ${key}`
}

/** Why an entry is judged as it is. */
export function evidenceText({ ref, evidence, other = '', name = '' }: Judgement, words: Words): string {
  const { proofs, evidence: texts } = words.lock
  if (evidence === 'marker') return proofs[ref.kind as keyof typeof proofs] ?? proofs.user
  const text: string | ((p: { other: string; name: string }) => string) = texts[evidence]
  return typeof text === 'string' ? text : text({ other, name: name === '' ? other : name })
}
