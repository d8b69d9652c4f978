import { join } from 'node:path'
import { OWNERS_FILE } from '../core/owners-schema.ts'
import { InvalidDirectory, type Problem } from '../core/problem.ts'
import { scalar } from '../core/yaml-scalar.ts'
import { standing, writeNew } from '../io/new-file.ts'
import { templateFiles } from '../io/templates.ts'
import { blockDifference } from '../render/codeowners.ts'
import { CODEOWNERS, codeowners } from './codeowners.ts'
import { writeSchemas } from './schema.ts'

export interface InitInput {
  /** The repository's root; made where it is missing. */
  readonly folder: string
  /** The company folder inside of it, with `/`. */
  readonly directory: string
  /** Where the actions are: `owner/repo`, and the commit in full. */
  readonly actions: { readonly repository: string; readonly sha: string }
  /** Team or login that owns what decides about everything; without one there is no CODEOWNERS. */
  readonly admins?: string
  readonly language: 'zh' | 'en'
}

/**
 * What became of one file. `written`: it was not there. `same`: it was there, as it should be. `kept`: something else was
 * there and is untouched; `difference` is how ours would differ. `blocked`: a link or another thing has its place.
 */
export interface InitFile {
  readonly path: string
  readonly state: 'written' | 'same' | 'kept' | 'blocked'
  readonly difference: readonly string[]
}

export interface Initialised {
  readonly files: readonly InitFile[]
  /** Why there is no CODEOWNERS of ours: nobody was named, or the files or the owners have problems. */
  readonly codeowners: 'current' | 'nobody' | readonly Problem[]
}

/** Names of folders that a workflow, a glob and a shell all take as they are. */
export const DIRECTORY_NAME = /^(?!.*\.\.)(?!.*\/(?:\/|$))[\p{L}\p{N}_][\p{L}\p{N}_./-]*$/u

/**
 * Makes a ready repository, or completes one: whatever is missing is written, whatever is there stays as it is. A company
 * folder that is there already, such as one from an import, is not touched at all. Running it again changes nothing.
 */
export async function init(input: InitInput): Promise<Initialised> {
  const { folder, directory, admins, language } = input
  const { repository, sha } = input.actions
  const templates = templateFiles({ DIRECTORY: directory, ACTIONS: repository, SHA: sha, LANGUAGE: language })
  const living = standing(folder, `${directory}/rollbook.yaml`).is !== 'nothing' || hasDepartments(folder, directory)
  const wanted = [...templates].filter(([path]) => !(living && path.startsWith(`${directory}/`)))
  if (admins !== undefined) wanted.push([OWNERS_FILE, ownersText(admins)])
  const files = wanted.map(([path, text]) => place(folder, path, text)).sort((a, b) => (a.path < b.path ? -1 : 1))
  await writeSchemas({ directory: join(folder, directory) })
  return { files, codeowners: await owned(input) }
}

function place(folder: string, path: string, text: string): InitFile {
  const found = standing(folder, path)
  if (found.is === 'blocked') return { path, state: 'blocked', difference: [] }
  if (found.is === 'file') {
    const same = found.text === text
    return { path, state: same ? 'same' : 'kept', difference: same ? [] : blockDifference(found.text, text) }
  }
  writeNew(folder, path, text)
  return { path, state: 'written', difference: [] }
}

function hasDepartments(folder: string, directory: string): boolean {
  return ['departments', 'roles'].some((name) => standing(folder, `${directory}/${name}`).is === 'blocked')
}

/** CODEOWNERS is ours between its marks, so it is made anew; what stands around them stays. */
async function owned({ folder, directory, language }: InitInput): Promise<Initialised['codeowners']> {
  if (standing(folder, OWNERS_FILE).is !== 'file') return 'nobody'
  if (standing(folder, CODEOWNERS).is === 'blocked') return 'nobody'
  try {
    await codeowners({ directory: join(folder, directory), repository: folder, check: false, language })
    return 'current'
  } catch (error) {
    if (error instanceof InvalidDirectory) return error.problems
    throw error
  }
}

function ownersText(admins: string): string {
  return `# GitHub 上请谁审核改动；改完运行 rollbook codeowners。 | Who reviews changes on GitHub; then run rollbook codeowners.
admins: ${scalar(admins)}

# 部门主管的 userid 和 GitHub 登录名 | userids of department heads and their logins on GitHub
# logins:
#   hanmeimei: octo-han
`
}
