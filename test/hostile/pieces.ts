/** What means something to a parser, a schema, a file system or a terminal, or did so in some other program. */

/** Names of fields that the schemas know, and of what every object has. */
export const FIELDS = [
  ...['userid', 'name', 'mobile', 'email', 'title', 'order', 'also', 'extension', 'manager_userid', 'hired_date'],
  ...['exclusive_account', 'login_id', 'managers', 'key', 'previously', 'group', 'roles', 'members', 'scope'],
  ...[
    'limits',
    'protected',
    'deletions',
    'corp',
    'version',
    'language',
    'floor',
    'users.remove',
    'departed',
    'move_to',
  ],
  ...['__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty', '__defineGetter__', 'valueOf', 'then'],
  ...['<<', '', '~', 'null', '?', '*', '[]', '{}', '0', '-1', 'length', '$ref', '/', '../x', 'a/b', '~1', '~0'],
]

/** Scalars that a reader of YAML, of JSON or of a schema may take for something else. */
export const SCALARS = [
  ...['lilei', 'hanmeimei', '李雷', '研发部', '岗位', '10000000001', '+86-10000000001', 'lilei@example.com', ''],
  ...['0', '007', '-0', '0x1F', '0o17', '0b1', '1e309', '1e-400', '.inf', '-.INF', '.nan', '1_000', '12:30:45', '+1'],
  ...['9223372036854775807', '9223372036854775808', '-9223372036854775809', '99999999999999999999', '1.', '.5'],
  ...['true', 'True', 'yes', 'no', 'on', 'OFF', 'y', 'null', 'Null', '~', '2021-02-30', '2021-03-01', '0000-00-00'],
  ...['275760-09-13', '8640000000000001', '2021-03-01T00:00:00Z', '!!binary aGk=', '!!js/function x', '!<tag:x> y'],
  ...['&a x', '*a', '<<', '%x', '@x', '`x`', '"x', "'x", 'x"', '|', '>', '|-', '>+9', '- - -', '? x', ': x', '# x'],
  ...['[', ']', '{', '}', ',', '[[[[', '}}}}', '[a, b', '{a: b', 'a: b: c', '__proto__', 'constructor', 'x #y', 'x# y'],
  ...[
    'age:YWdl',
    'age:',
    'age:%%%',
    '{{7*7}}',
    '$' + '{x}',
    '=1+1',
    '../../etc/passwd',
    '/proc/self/environ',
    '::error::x',
  ],
]

/** Characters, whole and broken, that cannot be seen, turn the text round, or are no characters at all. */
export const CHARACTERS = [
  ...['\u0000', '\u0001', '\u0007', '\u0008', '\u000B', '\u000C', '\u001B[31m', '\u001B]0;x\u0007', '\u007F', '\u0085'],
  ...['\u009B', '\u00A0', '\u00AD', '\u034F', '\u061C', '\u115F', '\u200B', '\u200C', '\u200D', '\u200E', '\u2028'],
  ...['\u2029', '\u202E', '\u2066', '\u2069', '\u2800', '\u3000', '\u3164', '\uFE0F', '\uFEFF', '\uFFA0', '\uFFFD'],
  ...[
    '\uFFFE',
    '\u{1D173}',
    '\u{E0041}',
    '\u{E0100}',
    '\u{10FFFF}',
    '\u0378',
    '\r',
    '\t',
    '\r\n',
    '\u0301',
    '：',
    '“',
    '－',
  ],
]

/** Marks of YAML and ends of lines, as they stand in a text. */
export const MARKS = [
  ...['\n', '\n\n', '\r\n', '\r', '  ', ' ', '\t', '- ', '-', ': ', ':', ', ', ',', '[', ']', '{', '}', '"', "'", '\\'],
  ...['&a ', '*a', '!t ', '!!', '|\n', '>\n', '|2-\n', '# ', '#', '---\n', '...\n', '%YAML 1.1\n', '%TAG ! x:\n', '? '],
  ...['<<: ', '<<<<<<< a\n', '=======\n', '>>>>>>> b\n', '@', '`', '\\x41', '\\u202e', '\\ud800', '\\0', '\\\n', '\\/'],
]

/** Bytes that are no UTF-8, or say that something else follows. */
export const BYTES = [
  ...[[0x00], [0x80], [0xff], [0xfe, 0xff], [0xff, 0xfe], [0xef, 0xbb, 0xbf], [0xef, 0xbb], [0xc0, 0xaf], [0xe0, 0x80]],
  ...[
    [0xed, 0xa0, 0x80],
    [0xed, 0xb0, 0x80],
    [0xf0, 0x8f, 0xbf, 0xbf],
    [0xf4, 0x90, 0x80, 0x80],
    [0xf5],
    [0xc3],
    [0x1b],
  ],
  ...[[0x0a], [0x0d], [0x09], [0x20], [0x23], [0x3a], [0x2d], [0x22], [0x5b], [0x7b], [0x26], [0x2a], [0x21], [0x7c]],
].map((bytes) => Buffer.from(bytes))
