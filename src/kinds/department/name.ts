import { invisibleAt } from '../../core/characters.ts'
import { contract } from '../../dingtalk/contract.ts'

const MOST = contract.schemas['DepartmentCreate']?.properties?.['name']?.maxLength ?? Number.POSITIVE_INFINITY
/** What DingTalk's own write calls refuse in a name, and what looks the same: old names may hold it. */
const LOOKALIKES: readonly (readonly [refused: string, written: string])[] = [
  ['-', '－'],
  [',', '、'],
  ['，', '、'],
  ['\t', ' '],
]

/**
 * The name of a department as a file can state it. A department's name has no way not to be managed (the folder has one),
 * so a name that no file may hold counts as the nearest one that it may: without characters that nobody can see, with a
 * sign that looks the same for one that DingTalk's write calls refuse, and no longer than they allow. Both sides of a
 * comparison hold this one, so nobody is renamed for it; every other name is itself.
 */
export function statableName(name: string): string {
  let stated = isHidden(name) ? [...name].filter((character) => !isHidden(character)).join('') : name
  for (const [refused, written] of LOOKALIKES) stated = stated.replaceAll(refused, written)
  return stated === '' ? name : [...stated].slice(0, MOST).join('')
}

/** Nobody sees it, or it is half of a character. */
function isHidden(text: string): boolean {
  return invisibleAt(text) >= 0 || /\p{Cs}/u.test(text)
}
