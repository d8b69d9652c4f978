/**
 * What the vendor wrote, made fit to print: without the values of the request in any of the forms in which a server
 * repeats them, mail addresses, numbers long enough to be somebody's, links (which may carry a token) and long texts of
 * letters and digits that nobody reads; one line, not too long.
 */
export function hide(text: string, hidden: readonly string[]): string {
  let shown = text
  for (const value of hidden.flatMap(formsOf)) shown = shown.replaceAll(value, '***')
  return shown
    .replaceAll(/(?<![a-z])[a-z]+:\/\/\S+/gi, '(link)')
    .replaceAll(
      /(?<![^\s@,;:"'<>()（）【】[\]])[^\s@,;:"'<>()（）【】[\]]+(?:@|%40)[^\s@,;:"'<>()（）【】[\]]+/gi,
      '***',
    )
    .replaceAll(/\+?\d(?:[\s-]?\d){6,}/g, '***')
    .replaceAll(OPAQUE, '***')
    .replaceAll(/[\s\p{Cc}]+/gu, ' ')
    .trim()
    .slice(0, 200)
}

/** Letters and digits mixed, as no word or permission is: a token, or something in base64. */
const OPAQUE = /(?<![\w+/=%-])(?=[\w+/=%-]*\d)(?=[\w+/=%-]*[a-z])[\w+/=%-]{20,}/gi

/** A value as it stands, in a URL, in a form, inside JSON, in base64 and in hex; the longest first. */
function formsOf(value: string): string[] {
  if (value.length <= 2) return []
  const bytes = Buffer.from(value)
  const forms = [
    value,
    encodeURIComponent(value),
    new URLSearchParams([['', value]]).toString().slice(1),
    JSON.stringify(value).slice(1, -1),
    bytes.toString('base64').replace(/={1,2}$/, ''),
    bytes.toString('base64url'),
    bytes.toString('hex'),
  ]
  return [...new Set(forms)].sort((a, b) => b.length - a.length)
}
