import { mask } from './personal.ts'

/**
 * The last look at texts that quote what somebody else wrote: a word of a file or of a command line, the message of a
 * library. Values of ours are `Personal` and mask themselves; here nobody knows what a word is, so what looks like a
 * mobile, a mail address, a token or a secret key is masked wherever it stands.
 */
export function maskText(text: string): string {
  return text
    .replaceAll(SECRET_KEY, '***')
    .replaceAll(QUERY, '$1***')
    .replaceAll(MEMBER, '$1***$2')
    .replaceAll(MAIL, (found) => mask(found.replace(/%40/i, '@')))
    .replaceAll(MOBILE, (found) => mask(found))
}

const SECRET_KEY = /AGE-SECRET-KEY-[\dA-Z-]+/gi
const NAMES = '(?:access_?token|app_?secret|client_?secret|corp_?secret|init_?password)'
/** As in a query string. */
const QUERY = new RegExp(`(${NAMES}=)[^\\s&"',;]+`, 'gi')
/** As in JSON. */
const MEMBER = new RegExp(`("${NAMES}"\\s*:\\s*")(?:[^"\\\\]|\\\\.)*("?)`, 'gi')
/** A name has no slash, so that `node_modules/@scope/name` is no address. */
const MAIL = /(?<![\p{L}\p{N}._+-])[\p{L}\p{N}._+-]+(?:@|%40)[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)*/giu
const COUNTRY = '(?:(?:\\+|%2B)\\d{1,4}[- ]?|(?:00)?86[- ]?)?'
/** Eleven digits as one number or in groups, and whatever stands behind the code of another country. */
const MOBILE = new RegExp(
  `(?<!\\d)(?<!\\d\\.)(?:${COUNTRY}1\\d{2}([- ]?)\\d{4}\\1\\d{4}|(?:\\+|%2B)\\d{1,4}-\\d{4,14})(?!\\d)`,
  'gi',
)
