import type { Plan } from '../core/model.ts'
import { type CommentOptions, renderComment } from './comment.ts'

/** A plan as Markdown: everything, or the longest form that a given limit allows. */
export function renderMarkdown(plan: Plan, options: CommentOptions): string {
  return renderComment(plan, { limit: Number.POSITIVE_INFINITY, ...options }).text
}
