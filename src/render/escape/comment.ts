/**
 * Data as JSON inside an HTML comment: nothing in it can end the comment, begin another one, or be a mention or a link
 * to whoever reads the source. Every parser of JSON reads the same value back.
 */
export function forHtmlComment(value: unknown): string {
  return JSON.stringify(value).replace(
    /[^ !"(-,.-;=A-_a-~]/g,
    (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
}
