/** Characters of an address that mean something to Markdown, and that none needs unencoded. */
const marks = /["'()*<>@[\\\]^_`{|}~!$]/g

/**
 * An address that a link may lead to, with every mark of Markdown percent-encoded; undefined for what is no address of
 * the web, or names a user. The caller still escapes `&` for where it prints it.
 */
export function forAddress(address: string): string | undefined {
  if (!URL.canParse(address)) return undefined
  const url = new URL(address)
  if (!['http:', 'https:'].includes(url.protocol) || url.username !== '' || url.password !== '') return undefined
  return url.href.replace(marks, (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`)
}
