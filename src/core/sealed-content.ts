import type { Words } from './problem.ts'

/**
 * What stands inside a sealed value. age proves that a ciphertext is whole, not where it belongs: the person and the
 * field go inside, and whoever opens it compares them, so that a ciphertext copied elsewhere is worth nothing there.
 */
export interface Content {
  /** A userid. */
  readonly user: string
  readonly field: string
  /** The value as its owner would write it in clear. */
  readonly value: string
  /** The company, where one was known when the value was sealed. */
  readonly corp?: string
}

/** The plaintext of a content. */
export function contentText({ user, field, value, corp }: Content): string {
  return JSON.stringify({ v: 1, ...(corp !== undefined && { corp }), user, field, value })
}

/**
 * The content of a plaintext, if it is one for this person, field and company; else what is wrong, in words that hold
 * nothing of what was sealed.
 */
export function contentFor(
  plaintext: string,
  expected: { readonly user: string; readonly field: string; readonly corp: string | null },
): Content | readonly [en: Words, zh: Words] {
  const content = parse(plaintext)
  if (content === undefined)
    return [
      ['what is sealed here was not sealed by "rollbook seal"', 'seal the value again with rollbook seal'],
      ['这里加密的内容不是 rollbook seal 生成的', '请用 rollbook seal 重新加密'],
    ]
  if (content.user !== expected.user || content.field !== expected.field)
    return [
      [
        `this was not sealed for ${expected.field} of "${expected.user}", but for another person or field`,
        'a sealed value belongs to one person and field: seal the right value here',
      ],
      [
        `这不是为“${expected.user}”的 ${expected.field} 加密的，而是为别的人或别的字段`,
        '加密的值只能用于一个人的一个字段，请在这里重新加密正确的值',
      ],
    ]
  if (content.corp !== undefined && expected.corp !== null && content.corp !== expected.corp)
    return [
      ['this was sealed for another company', 'check corp in rollbook.yaml, or seal the value again here'],
      ['这是为另一家企业加密的', '请检查 rollbook.yaml 里的 corp，或在这里重新加密'],
    ]
  return content
}

function parse(plaintext: string): Content | undefined {
  let data: unknown
  try {
    data = JSON.parse(plaintext)
  } catch {
    return undefined
  }
  if (typeof data !== 'object' || data === null) return undefined
  const { v, user, field, value, corp } = data as { readonly [name: string]: unknown }
  if (v !== 1 || typeof user !== 'string' || typeof field !== 'string' || typeof value !== 'string') return undefined
  if (corp !== undefined && typeof corp !== 'string') return undefined
  return { user, field, value, ...(corp !== undefined && { corp }) }
}
