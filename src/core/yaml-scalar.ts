/** Words that a YAML reader may take for something else than a text. */
const RESERVED = /^(?:true|false|null|yes|no|on|off|y|n)$/i

/**
 * A text as YAML that any reader takes for this text: plain where it can only be one, otherwise quoted with everything
 * invisible escaped.
 */
export function scalar(text: string): string {
  if (/^[\p{L}_][\p{L}\p{N}_./-]*$/u.test(text) && !RESERVED.test(text)) return text
  return JSON.stringify(text).replace(/\p{C}|(?! )\p{Z}/gu, (character) =>
    // Half a pair each, as JSON and YAML both write them.
    [...Array(character.length).keys()]
      .map((at) => `\\u${character.charCodeAt(at).toString(16).padStart(4, '0')}`)
      .join(''),
  )
}
