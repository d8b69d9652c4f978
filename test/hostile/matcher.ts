import { readFileSync } from 'node:fs'
import { invisibleAt, invisibleIn } from '../../src/core/characters.ts'
import { maskText } from '../../src/core/mask-text.ts'
import { forActionLog } from '../../src/render/escape.ts'
import type { Pattern } from './patterns.ts'
import { stepsIn } from './steps.ts'

/** A process that shows patterns the texts on which such a pattern may take for ever; see `watched`. */
const [list = '', fromText = '', toText = '', room = ''] = process.argv.slice(2)
const patterns = JSON.parse(readFileSync(list, 'utf8')) as Pattern[]
const steps = stepsIn(room)

const LENGTH = 100_000
const COMMON = [
  'a',
  'A',
  '0',
  ' ',
  '\n',
  '\t',
  ',',
  '/',
  '-',
  '_',
  '.',
  '@',
  ':',
  '#',
  '"',
  "'",
  '\\',
  '中',
  '\u001B',
  '\u001B[',
  '\u009D',
  '=',
  '&',
  '\u200D',
]
/** What no pattern expects at its end. */
const ENDS = ['', '\u0000', '!\n', 'é']

/** What builds its patterns from parts. */
const FUNCTIONS: { readonly [name: string]: (text: string) => unknown } = {
  forActionLog,
  invisibleAt,
  invisibleIn,
  maskText,
}

for (let nth = Number(fromText); nth < Number(toText); nth++) {
  const { source, flags } = patterns[nth] as Pattern
  const look = FUNCTIONS[source] ?? ((text: string) => text.replace(new RegExp(source, flags), ''))
  const wrong = await steps.take(nth, () => {
    for (const unit of unitsOf(source)) {
      const body = unit.repeat(Math.ceil(LENGTH / unit.length))
      for (const end of ENDS) look(body + end)
    }
    return []
  })
  if (wrong.length > 0) steps.say({ nth, wrong })
}
steps.end()

/** What a pattern may repeat: its own characters and words, common ones, and each beside each other of its own. */
function unitsOf(source: string): string[] {
  const own = [
    ...new Set([...source.replaceAll(/\\[a-zA-Z]/g, '')].filter((each) => !'()[]{}|?*+^$'.includes(each))),
  ].slice(0, 12)
  const words = source.match(/[\p{L}\p{N}]{2,}/gu)?.slice(0, 6) ?? []
  const pairs = own.flatMap((one) => own.map((other) => one + other)).slice(0, 60)
  return [...new Set([...COMMON, ...own, ...words, ...pairs])]
}
