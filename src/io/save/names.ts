import { invisibleIn } from '../../core/characters.ts'
import { foldedName, wrongName } from '../load-names.ts'

/** What some system cannot have in a name, and what a key must not begin with. */
const FORBIDDEN = /[<>:"/\\|?*\t\r\n\ufffd]/g
/** Bytes that every file system allows for one name, less what `_2` and `.yaml` take. */
const MOST_BYTES = 200

/**
 * A name of DingTalk as the name of a file or folder that every system can check out, different from all in `taken`
 * (which learns it). Chinese stays as it is; only what cannot stand in a name is replaced. The name itself is then
 * written into the file, so nothing is lost.
 */
export function portableName(name: string, fallback: string, taken: Set<string>): string {
  const clean = [...name.normalize('NFC').replace(FORBIDDEN, '_')]
    .filter((character) => invisibleIn(character).length === 0 && !/\p{Cs}/u.test(character))
    .join('')
  let portable = shortened(clean).replace(/^[.#~ ]+|[. ]+$/g, '')
  if (portable === '') portable = fallback
  if (wrongName(portable) !== undefined || portable in Object.prototype) portable = `_${portable}`
  for (let count = 1; ; count++) {
    const candidate = count === 1 ? portable : `${portable}_${count}`
    const folded = foldedName(candidate)
    if (taken.has(folded)) continue
    taken.add(folded)
    return candidate
  }
}

function shortened(text: string): string {
  let short = text
  while (Buffer.byteLength(short) > MOST_BYTES) short = [...short].slice(0, -1).join('')
  return short
}
