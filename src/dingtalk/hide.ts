/**
 * What the vendor wrote, made fit to print: without the values of the request, mail addresses, numbers long enough to
 * be somebody's, and links (which may carry a token); one line, not too long.
 */
export function hide(text: string, hidden: readonly string[]): string {
  let shown = text
  for (const value of hidden) if (value.length > 2) shown = shown.replaceAll(value, '***')
  return shown
    .replaceAll(/(?<![a-z])[a-z]+:\/\/\S+/gi, '(link)')
    .replaceAll(/(?<![^\s@,;:"'<>()（）【】[\]])[^\s@,;:"'<>()（）【】[\]]+@[^\s@,;:"'<>()（）【】[\]]+/g, '***')
    .replaceAll(/\+?\d(?:[\s-]?\d){6,}/g, '***')
    .replaceAll(/[\s\p{Cc}]+/gu, ' ')
    .trim()
    .slice(0, 200)
}
