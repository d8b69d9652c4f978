import { posix } from 'node:path'
import type { Both } from '../core/json-schema.ts'
import type { Language } from '../render/words.ts'
import { type InputName, inputs as table } from './table.ts'

/** What the runner of GitHub Actions does for us. */
export interface Runner {
  input(name: string): string
  output(name: string, value: string): void
  /** One or more lines of the log; workflow commands in it are obeyed, so texts are escaped before. */
  write(text: string): void
  summary(markdown: string): Promise<void>
}

/** One run of an action. */
export interface Job {
  readonly env: { readonly [name: string]: string | undefined }
  readonly runner: Runner
  /** True once the run was asked to end. */
  readonly stopped: () => boolean
}

/** How a run ended: an exit code of the command line, and where that is not 0 the sentence that it fails with. */
export interface Ending {
  readonly exit: number
  readonly said?: Both
}

/** The inputs of a run, as far as the action has them. */
export interface Inputs {
  readonly directory: string
  readonly language: '' | Language | 'both'
  /** What follows where CODEOWNERS is not current. */
  readonly codeowners: 'off' | 'warn' | 'fail'
  readonly comment: 'sticky' | 'changes-only' | 'always-new' | 'off'
  readonly failOn: readonly string[]
  readonly base: string
  readonly planHash: string
  /** Whether only what was reviewed may be applied. */
  readonly requireReview: boolean
  readonly token: string
  /** Where the lock is kept, and the token that commits it; '' stands for `token`. */
  readonly lockStore: 'main' | 'branch' | 'none'
  readonly lockToken: string
  /** Of an issue that is opened; '' for none. */
  readonly label: string
  /** Whether a branch offers to accept drift. */
  readonly accept: 'branch' | 'none'
}

/** An input that cannot be used; `allowed` are the values that it may have, where they are few. */
export class InputInvalid extends Error {
  override name = 'InputInvalid'
  readonly input: InputName
  readonly allowed: readonly string[]

  constructor(input: InputName, allowed: readonly string[] = []) {
    super(`the input "${input}" cannot be used`)
    this.input = input
    this.allowed = allowed
  }
}

/**
 * The inputs, checked.
 *
 * @throws InputInvalid for the first one that cannot be used.
 */
export function readInputs({ input }: Runner): Inputs {
  const text = (name: InputName) => input(name).trim()
  const directory = text('directory') || table.directory.standard
  // The folder is named in comments and beside problems as a path in the repository, so it has to be one.
  if (/^[/\\]|^[a-z]:|\\|(^|\/)\.\.(\/|$)|\p{Cc}/iu.test(directory)) throw new InputInvalid('directory')
  return {
    directory: posix.normalize(directory).replace(/\/$/, ''),
    language: oneOf('language', text('language'), table.language.choices),
    codeowners: oneOf('codeowners', text('codeowners') || table.codeowners.standard, table.codeowners.choices),
    comment: oneOf('comment', text('comment') || table.comment.standard, table.comment.choices),
    failOn: failOn(text('fail-on')),
    base: text('base'),
    planHash: text('plan-hash'),
    requireReview:
      oneOf('require-review', text('require-review') || 'true', table['require-review'].choices) === 'true',
    token: text('github-token'),
    lockStore: oneOf('lock-store', text('lock-store') || 'main', table['lock-store'].choices),
    lockToken: text('lock-token'),
    label: text('label'),
    accept: oneOf('accept', text('accept') || table.accept.standard, table.accept.choices),
  }
}

function failOn(given: string): string[] {
  const { standard, choices } = table['fail-on']
  const items = (given || standard).split(',').map((item) => item.trim())
  return items.map((item) => oneOf('fail-on', item, choices))
}

function oneOf<T extends string>(name: InputName, given: string, choices: readonly T[]): T {
  const found = choices.find((choice) => choice === given)
  if (found === undefined) {
    throw new InputInvalid(
      name,
      choices.filter((choice) => choice !== ''),
    )
  }
  return found
}

/** The languages to write in; both while nobody knows which one the company reads. */
export function languagesOf(asked: Inputs['language'], ofDirectory?: Language): readonly Language[] {
  if (asked === 'zh' || asked === 'en') return [asked]
  if (asked === '' && ofDirectory !== undefined) return [ofDirectory]
  return ['zh', 'en']
}

/** A sentence in all of the languages, a line for each. */
export function said(words: Both, languages: readonly Language[]): string {
  return languages.map((language) => words[language]).join('\n')
}
