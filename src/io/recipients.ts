import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import writeFileAtomic from 'write-file-atomic'
import { type Finding, finding, type Words } from '../core/problem.ts'
import { isRecipient } from './age.ts'

/** For whom values are sealed: one `age1…` a line, beside rollbook.yaml. Lines that begin with # are comments. */
export const RECIPIENTS_FILE = '.recipients'

/** More lines than a company has people who may open its values. */
const MOST = 64

/** What age knows and we do not: keys of SSH, of plugins, and those made for the time of quantum computers. */
const KIND = /^(ssh-[\w-]+)\s|^(age1[a-z]{2,20})1/
/** The recipients of a directory, each once, and what is wrong with the list. An absent list is an empty one. */
export async function readRecipients(
  folder: string,
): Promise<{ readonly recipients: readonly string[]; readonly findings: readonly Finding[] }> {
  const recipients = new Set<string>()
  const findings: Finding[] = []
  for (const [index, text] of (await linesOf(folder)).entries()) {
    const line = text.trim()
    if (line === '' || line.startsWith('#')) continue
    if (await isRecipient(line)) recipients.add(line)
    else {
      const [, ssh, plugin] = KIND.exec(line) ?? []
      const kind = ssh ?? plugin
      const words = /AGE-SECRET-KEY/i.test(line) ? secret : kind === undefined ? invalid : foreign(kind)
      const place = { file: RECIPIENTS_FILE, line: index + 1, column: text.search(/\S/) + 1 }
      findings.push(finding(place, 'recipients-invalid', ...words))
    }
  }
  if (recipients.size > MOST) findings.push(finding(TOP, 'recipients-invalid', ...tooMany(recipients.size)))
  if (recipients.size === 0 && findings.length === 0) findings.push(finding(TOP, 'recipients-invalid', ...none))
  return { recipients: [...recipients], findings }
}

/** Adds a recipient to the list, which is made where there is none; what stands there stays as it is. */
export async function addRecipient(folder: string, recipient: string): Promise<void> {
  const text = (await linesOf(folder)).join('\n')
  const head =
    text === '' ? '# age recipients: "rollbook seal" seals personal values for everybody listed here\n' : text
  const whole = `${head}${head.endsWith('\n') ? '' : '\n'}${recipient}\n`
  await writeFileAtomic(join(folder, RECIPIENTS_FILE), whole, { encoding: 'utf8', fsync: true })
}

async function linesOf(folder: string): Promise<string[]> {
  try {
    return (await readFile(join(folder, RECIPIENTS_FILE), 'utf8')).split('\n')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return []
    throw error
  }
}

const TOP = { file: RECIPIENTS_FILE, line: 1, column: 1 }

const none: readonly [en: Words, zh: Words] = [
  ['it names nobody for whom values could be sealed', 'make a key first: rollbook seal --new-key <file>'],
  ['这里还没有公钥，不知道为谁加密', '请先生成密钥：rollbook seal --new-key <文件>'],
]
const invalid: readonly [en: Words, zh: Words] = [
  [
    'this is no age recipient',
    'write one that begins with age1, as "rollbook seal --new-key" or age-keygen printed it',
  ],
  ['这不是 age 的公钥', '请写 age1 开头的公钥，就是 rollbook seal --new-key 或 age-keygen 显示的那一行'],
]
const secret: readonly [en: Words, zh: Words] = [
  [
    'a SECRET key stands here, for everybody to read who can read this folder',
    'take it out, make another key with "rollbook seal --new-key <file>", then run rollbook reseal',
  ],
  [
    '这里写的是私钥，能读这个文件夹的人都能看到它',
    '请删掉这一行，用 rollbook seal --new-key <文件> 换一把新的密钥，再运行 rollbook reseal',
  ],
]
const foreign = (kind: string): readonly [en: Words, zh: Words] => [
  [
    `recipients of this kind (${kind}) cannot be used here`,
    'make a key with "rollbook seal --new-key <file>" or age-keygen',
  ],
  [`这里不支持这种公钥（${kind}）`, '请用 rollbook seal --new-key <文件> 或 age-keygen 生成一把密钥'],
]
const tooMany = (count: number): readonly [en: Words, zh: Words] => [
  [`${count} recipients; ${MOST} is the most`, 'list only those who run rollbook apply'],
  [`共 ${count} 个公钥，最多 ${MOST} 个`, '请只写需要运行 rollbook apply 的人'],
]
