/** Scripts in whose words a joiner without width (U+200C, U+200D) decides how letters look. */
const JOINED =
  'Arabic|Syriac|Mongolian|Devanagari|Bengali|Gurmukhi|Gujarati|Oriya|Tamil|Telugu|Kannada|Malayalam|Sinhala|Tibetan|Khmer|Myanmar'
    .split('|')
    .map((script) => `\\p{Script=${script}}`)
    .join('')
const PICTURE = '\\p{Extended_Pictographic}\\p{Emoji_Modifier}\\uFE0F'

/** Controls but tab and line breaks, marks of direction, characters without width, fillers that look like a space. */
const HIDDEN =
  '\\u0000-\\u0008\\u000b\\u000c\\u000e-\\u001f\\u007f-\\u009f\\u00ad\\u061c\\u115f\\u1160\\u17b4\\u17b5\\u180b-\\u180f\\u200b\\u200e\\u200f\\u2028-\\u202e\\u2060-\\u206f\\u2800\\u3164\\ufeff\\uffa0\\ufff0-\\ufffb\\u{1d173}-\\u{1d17a}\\u{e0000}-\\u{e00ff}\\u{e01f0}-\\u{e0fff}'

/**
 * A character that nobody can review, because it cannot be seen or has no meaning yet. Beyond those that are never
 * seen: U+034F; joiners outside of the scripts and pictures that need them; the selectors of a form (U+FE00 to U+FE0F)
 * where nothing has a form; a carriage return alone; and numbers that Unicode has given to no character. Those in the
 * planes of Chinese characters and pictures count as given: new ones come there with every version, and names use them.
 */
const INVISIBLE = new RegExp(
  [
    `[${HIDDEN}]`,
    '\\u034f',
    '\\r(?!\\n)',
    `(?<![${JOINED}${PICTURE}])[\\u200c\\u200d]|[\\u200c\\u200d](?![${JOINED}${PICTURE}])`,
    `(?<![\\p{Extended_Pictographic}\\p{Emoji_Modifier}0-9#*])[\\ufe00-\\ufe0f]`,
    '(?![\\u{20000}-\\u{3fffd}\\p{Extended_Pictographic}])\\p{Cn}',
  ].join('|'),
  'u',
)

/** A character as its number, `U+202E`: the only way to show what cannot be seen. */
export function codePoint(text: string, index: number): string {
  return `U+${(text.codePointAt(index) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`
}

/** Anything but the letters, digits, Chinese characters and marks that nearly every text is made of. */
const UNUSUAL = /[^\n\u0020-\u007e\u2013-\u2026\u3001-\u303f\u4e00-\u9fff\uff01-\uff5e]/

/** Where the first such character of a text stands, or -1. Most texts take one quick look. */
export function invisibleAt(text: string): number {
  return UNUSUAL.test(text) ? text.search(INVISIBLE) : -1
}

/** The first few characters of a text that nobody can review, as their numbers: `U+202E, U+200B`. */
export function invisibleIn(text: string, most = 3): string[] {
  const found: string[] = []
  for (const { index } of text.matchAll(new RegExp(INVISIBLE, 'gu'))) {
    if (found.length === most) break
    found.push(codePoint(text, index))
  }
  return found
}
