import type { Words } from '../core/problem.ts'
import { shorten } from './load-schema-words.ts'

type Said = readonly [en: Words, zh: Words]

/** What YAML allows and this format does not. */
export const forbidden = {
  anchor: [
    ['anchors (&) are not allowed', 'write the value out where it is used'],
    ['不允许使用锚点(&)', '请在用到的地方直接写出内容'],
  ],
  alias: [
    ['aliases (*) are not allowed', 'write the value out here; in quotes if it is a text that begins with *'],
    ['不允许使用别名(*)', '请在这里直接写出内容；如果文字本身以“*”开头，请加引号'],
  ],
  tag: [
    ['tags (!) are not allowed', 'leave the tag out: text stays as typed; in quotes if it begins with !'],
    ['不允许使用标签(!)', '请去掉标签：文字会原样保留；如果文字本身以“!”开头，请加引号'],
  ],
  merge: [
    ['merge keys (<<) are not allowed', 'write the fields out'],
    ['不允许使用合并键(<<)', '请把字段逐个写出来'],
  ],
  key: [
    ['a field has no name, or its name is not a text', 'write name: value'],
    ['字段没有名字，或者名字不是文字', '请写成“名字: 内容”'],
  ],
  documents: [
    ['a second document begins here (---)', 'put it into a file of its own'],
    ['这里开始了第二个文档(---)', '请另放一个文件'],
  ],
  directive: [
    ['directives (%) are not allowed', 'delete the line'],
    ['不允许使用指令(%)', '请删掉这一行'],
  ],
  name: (key: string): Said => [
    [`"${key}" cannot be the name of a field`, 'choose another name'],
    [`“${key}”不能用作字段名`, '请换一个名字'],
  ],
  repeated: (key: string): Said => [
    [`"${shorten(key)}" is written twice`, 'keep one of the two'],
    [`“${shorten(key)}”写了两次`, '只保留一处'],
  ],
} as const

const QUOTES: Said = [
  ['a quote is not closed', 'close it on the same line'],
  ['引号没有配对', '请在同一行补上结尾的引号'],
]
const BRACKETS: Said = [
  ['a bracket is not closed, or a comma is missing between entries', 'check the brackets and commas'],
  ['括号没有配对，或者条目之间少了逗号', '请检查括号和逗号'],
]
const INDENTATION: Said = [
  [
    'the line does not fit the lines above',
    'align it with its neighbours; a field is written name: value, with a space',
  ],
  ['这一行和上面的行对不上', '请与同级的行左对齐；字段要写成“名字: 内容”，冒号后有空格'],
]
const COLON: Said = [
  ["a ': ' in the middle of a text makes it a second field", 'put the text in quotes'],
  ['文字中间的冒号加空格会被当成另一个字段', '请给这段文字加上引号'],
]
const MISSING_COLON: Said = [
  ['this line is not a field', 'write name: value, with a space behind the colon'],
  ['这一行不是“字段: 内容”', '请写成“名字: 内容”，冒号(半角)后要有空格'],
]
const START: Said = [
  ['a text cannot begin with this character', 'put the text in quotes'],
  ['文字不能以这个字符开头', '请给文字加上引号'],
]
const ESCAPE: Said = [
  ['the text in double quotes has an unknown escape (\\)', 'write \\\\ for a backslash, or use single quotes'],
  ['双引号里的反斜杠(\\)写法不对', '反斜杠请写成“\\\\”，或改用单引号'],
]

/** A syntax error of the parser in our words: its own ones would show lines of the file, and speak of tokens. */
export function syntaxWords(code: string, message = ''): Said {
  switch (code) {
    case 'MISSING_QUOTE':
      return QUOTES
    case 'BAD_SCALAR_START':
      return START
    case 'BAD_DQ_ESCAPE':
      return ESCAPE
    case 'BLOCK_AS_IMPLICIT_KEY':
      return message.startsWith('Nested mappings') ? COLON : INDENTATION
    case 'MISSING_CHAR':
      return message.startsWith('Implicit map keys') ? MISSING_COLON : BRACKETS
    case 'BAD_INDENT':
      return message.startsWith('Flow') ? BRACKETS : INDENTATION
    default:
      return INDENTATION
  }
}
