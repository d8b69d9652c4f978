/** Characters that break or end a line. */
export const lineBreaks = /[\t\n\u000B\f\r\u0085\u2028\u2029]+/gu

/**
 * Controls, direction marks, marks that show nothing and only make two names look the same, and code points that are
 * no characters. The joiners U+200C and U+200D stay: Persian words and pictures of several parts need them.
 */
export const unseen =
  /\u034F|[\u17B4\u17B5]|[\p{Cc}\u00AD\u061C\u115F\u1160\u180E\u200B\u200E\u200F\u2028-\u202E\u2060-\u206F\u2800\u3164\uFEFF\uFFA0\uFFF9-\uFFFB\u{E0000}-\u{E00FF}\u{E01F0}-\u{E0FFF}\p{Noncharacter_Code_Point}]|[\u{1D173}-\u{1D17A}]/gu

/** Halves of a character pair: no text at all. */
export const halves = /\p{Cs}/gu
