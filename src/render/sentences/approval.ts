import { approvalYaml } from '../../core/approval-schema.ts'
import { isApprovable } from '../../core/guard/approvals.ts'
import type { ApprovalNote, Plan } from '../../core/model.ts'
import type { Line, Page } from '../sentences.ts'
import { among, refusalText } from './stopped.ts'
import type { Speech } from './values.ts'

/** The file that would let the plan through this once, as it is pasted. */
export function approvalOf({ approval, refusals }: Plan, { words }: Speech): Page['approval'] {
  if (approval === undefined) return undefined
  const offer = words.approval.offer(approval.file)
  const partly = refusals.every(isApprovable) ? [] : [words.approval.partly]
  return {
    title: words.approval.title,
    text: words.clauses([offer, ...partly]),
    yaml: approvalYaml(approval, words.approval.reason),
    tooLong: words.approval.tooLong(approval.file),
  }
}

/** What was let through, and which files of approvals have no effect. */
export function approvalLines({ approved, approvals }: Plan, speech: Speech): Line[] {
  const { words } = speech
  const lifted = approved.map((refusal): Line => {
    const note = approvals.find(({ state, code }) => state === 'applied' && code === refusal.code)
    const { file = '', expires = '' } = note ?? {}
    const text = words.approval.approved({ what: refusalText(refusal, speech), file, expires })
    return { text, under: [words.about(among(refusal.refs, speech))] }
  })
  return [...lifted, ...approvals.filter(({ state }) => state !== 'applied').map((note) => noteLine(note, speech))]
}

function noteLine({ file, state, code = 'protected', refs, expires = '' }: ApprovalNote, speech: Speech): Line {
  const say: (parts: { file: string; code: string; names: string; expires: string }) => string =
    speech.words.approval.states[state]
  return { text: say({ file, code, names: refs.length === 0 ? '' : among(refs, speech), expires }) }
}
