import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto'
import { appendFileSync, mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import type { KeptAnswers } from '../dingtalk/client.ts'
import { readOrdinary } from './read-file.ts'
import { replaceFile, WORKSPACE, workspacePath } from './workspace.ts'

/**
 * What an import has read of people and departments one by one, so that one that was broken off goes on where it stopped:
 * at the default rate, 10,000 people take eleven minutes at least. The answers hold mobiles and mails, so none of them is ever on
 * disk in clear: each is encrypted (AES-256-GCM) with a key that only the app's secret gives, and whoever has that can read
 * the same from DingTalk. The lists of departments and people are read anew each time; what was kept is used for an hour,
 * by the same app at the same address, and the file goes when the import is done or its read did not hold together.
 */
export interface ImportDraft extends KeptAnswers {
  /** How many answers of an earlier run were used. */
  used(): number
  /** How many answers a later run would find. */
  held(): number
  discard(): void
}

/** Whose draft it is. */
export interface DraftOwner {
  readonly clientId: string
  readonly clientSecret: string
  readonly oapiUrl: string
}

interface Answer {
  readonly operation: string
  readonly request: string
  readonly text: string
  /** Unix ms. */
  readonly at: number
}

const NAME = 'import-draft'
const FORMAT = 'rollbook.import-draft/1'
const OPERATIONS = ['getUser', 'getDepartment']
const LASTS = 3_600_000
const MOST = 256 * 1024 * 1024

/** The draft of a directory, with what an earlier run left there; nothing is written before something is kept. */
export function openDraft(directory: string, owner: DraftOwner, now: () => number): ImportDraft {
  const path = join(directory, WORKSPACE, NAME)
  const known = new Map(left(path, owner, now()).map((answer) => [idOf(answer.operation, answer.request), answer]))
  const earlier = new Map(known)
  let [used, held] = [0, known.size]
  let file: { readonly path: string; readonly seal: (answer: Answer) => string } | undefined
  let broken = false

  const begin = () => {
    mkdirSync(directory, { recursive: true })
    const salt = randomBytes(16)
    const seal = sealer(keyOf(owner, salt))
    const head = `${FORMAT} ${salt.toString('base64')}`
    const made = workspacePath(directory, NAME)
    replaceFile(made, `${[head, ...[...known.values()].map(seal)].join('\n')}\n`)
    known.clear()
    return { path: made, seal }
  }
  return {
    used: () => used,
    held: () => (broken ? 0 : held),
    take(operation, request) {
      const id = idOf(operation, request)
      const found = earlier.get(id)
      // Given out once: whoever asks again wants to know whether it is still so.
      earlier.delete(id)
      if (found !== undefined) used += 1
      return found?.text
    },
    keep(operation, request, text) {
      if (broken || !OPERATIONS.includes(operation)) return
      try {
        const answer = { operation, request, text, at: now() }
        file ??= begin()
        appendFileSync(file.path, `${file.seal(answer)}\n`)
        held += 1
      } catch {
        // Without a draft, as on a full disk, an import can still be whole; it only cannot be taken up again.
        broken = true
      }
    },
    discard: () => rmSync(path, { force: true }),
  }
}

/** What can be used of a draft: another app's cannot be opened, and a line that was not finished ends it. */
function left(path: string, owner: DraftOwner, now: number): Answer[] {
  const [head = '', ...lines] = textOf(path).split('\n')
  const [format, salt = ''] = head.split(' ')
  if (format !== FORMAT) return []
  const key = keyOf(owner, Buffer.from(salt, 'base64'))
  const found: Answer[] = []
  for (const line of lines) {
    const answer = opened(key, line)
    if (answer === undefined) break
    if (answer.at <= now && now - answer.at <= LASTS) found.push(answer)
  }
  return found
}

function textOf(path: string): string {
  try {
    return readOrdinary(path, MOST).toString('utf8')
  } catch {
    return ''
  }
}

function idOf(operation: string, request: string): string {
  return `${operation} ${request}`
}

function keyOf({ clientId, clientSecret, oapiUrl }: DraftOwner, salt: Buffer): Buffer {
  return Buffer.from(hkdfSync('sha256', clientSecret, salt, `${FORMAT} ${clientId} ${oapiUrl}`, 32))
}

function sealer(key: Buffer): (answer: Answer) => string {
  return (answer) => {
    const nonce = randomBytes(12)
    const cipher = createCipheriv('aes-256-gcm', key, nonce)
    const bytes = [cipher.update(JSON.stringify(answer), 'utf8'), cipher.final()]
    return Buffer.concat([nonce, ...bytes, cipher.getAuthTag()]).toString('base64')
  }
}

function opened(key: Buffer, line: string): Answer | undefined {
  const bytes = Buffer.from(line, 'base64')
  if (bytes.length < 12 + 16) return undefined
  try {
    const cipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, 12), { authTagLength: 16 })
    cipher.setAuthTag(bytes.subarray(-16))
    return JSON.parse(Buffer.concat([cipher.update(bytes.subarray(12, -16)), cipher.final()]).toString('utf8'))
  } catch {
    return undefined
  }
}
