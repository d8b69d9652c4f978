import { codePoint, invisibleIn } from '../core/characters.ts'
import type { ProblemCode, Words } from '../core/problem.ts'

/**
 * Names of files and folders that some system cannot check out, or that two people would not read in the same way. A
 * directory that is whole on Linux must be whole on Windows and macOS too: a file that cannot be made there is missing,
 * and what is missing looks like somebody who left.
 */

/** Names that Windows keeps for devices, whatever follows the first dot. */
const DEVICES = /^(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(?:\.|$)/i
const NOT_ON_WINDOWS = /[<>:"\\|?*]/
/** What Node puts where a name is no UTF-8; such a file cannot be opened by its name. */
const NO_TEXT = '\uFFFD'

type Said = readonly [code: ProblemCode, en: Words, zh: Words]

/** What is wrong with one name, if anything. */
export function wrongName(name: string): Said | undefined {
  const space = name.search(/[\t\n\r]/)
  const hidden = space < 0 ? invisibleIn(name) : [codePoint(name, space)]
  if (hidden.length > 0)
    return [
      'forbidden-characters',
      [`its name holds characters that cannot be seen (${hidden.join(', ')})`, 'rename it, and type the name again'],
      [`名字里有看不见的字符(${hidden.join('、')})`, '请改名：重新输入一遍名字'],
    ]
  if (name.includes(NO_TEXT)) return unportable('its name is not UTF-8', '名字不是 UTF-8 编码')
  if (DEVICES.test(name)) return unportable('Windows keeps this name for a device', '这个名字被 Windows 留作设备名')
  if (/[. ]$/.test(name))
    return unportable('Windows allows no space or dot at the end of a name', 'Windows 不允许名字以空格或点结尾')
  const [mark] = NOT_ON_WINDOWS.exec(name) ?? []
  if (mark !== undefined)
    return unportable(`Windows allows no ${mark} in the name of a file`, `Windows 的文件名里不能有“${mark}”`)
  return undefined
}

function unportable(en: string, zh: string): Said {
  return [
    'unportable-name',
    [en, 'rename it; a department may be called something else than its folder: write name in its department.yaml'],
    [zh, '请改名；部门名称可以和文件夹名不同：请写在它的 department.yaml 的 name 里'],
  ]
}

/** A name as Windows and macOS compare it: `Sales`, `SALES` and a differently stored `é` are one name there. */
export function foldedName(name: string): string {
  return name.normalize('NFC').toUpperCase().toLowerCase().normalize('NFC')
}

/** The words for a name that another one beside it equals there. */
export function clash(other: string): Said {
  return [
    'unportable-name',
    [
      `on Windows and macOS its name is the same as that of "${other}" beside it`,
      'rename one of the two, or put them together',
    ],
    [`在 Windows 和 macOS 上，它和旁边的“${other}”是同一个名字`, '请给其中一个改名，或合并成一个'],
  ]
}
