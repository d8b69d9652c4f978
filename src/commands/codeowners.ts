import { relative, resolve, sep } from 'node:path'
import type { Desired } from '../core/desired.ts'
import { placeKey } from '../core/model.ts'
import { nearest } from '../core/nearest.ts'
import { OWNERS_FILE, type Owners, type OwnersManifest, ownersFrom, ownersSchema } from '../core/owners-schema.ts'
import { finding, InvalidDirectory, worded } from '../core/problem.ts'
import { members } from '../core/value.ts'
import { loadDirectory } from '../io/load.ts'
import { readManifest, readText } from '../io/manifest.ts'
import { writeOutput } from '../io/output.ts'
import { blockDifference, blockIn, codeownersBlock, type OwnedFolder, withBlock } from '../render/codeowners.ts'

/** Where GitHub looks first. */
export const CODEOWNERS = '.github/CODEOWNERS'

export interface CodeownersInput {
  readonly directory: string
  /** The repository's root, which holds `.github`. */
  readonly repository: string
  /** Only look, write nothing. */
  readonly check: boolean
  readonly language?: 'zh' | 'en'
}

/** What became of CODEOWNERS; `difference` is how its part for this company differed, as lines of a diff. */
export interface CodeownersMade {
  readonly current: boolean
  readonly difference: readonly string[]
  /** Heads of departments who have no login in the file of owners. */
  readonly without: readonly string[]
}

/** The company folder is not inside of the repository (exit 64). */
export class OutsideRepository extends Error {
  override name = 'OutsideRepository'
}

/**
 * Makes the part of CODEOWNERS that belongs to a company folder: a department's folder is reviewed by its heads, what
 * decides about everything by the administrators. The same files give the same bytes.
 *
 * @throws InvalidDirectory for the directory's files or the file of owners; OutsideRepository.
 */
export async function codeowners(input: CodeownersInput): Promise<CodeownersMade> {
  const company = companyPath(input)
  const desired = await loadDirectory(input.directory, input.language === undefined ? {} : { language: input.language })
  if (desired.problems.length > 0) throw new InvalidDirectory(desired.problems)
  const owners = readOwners(input.repository, desired, input.language ?? desired.settings.language)
  const folders = foldersOf(company, desired)
  const block = codeownersBlock(company, folders, owners)
  const file = readText(input.repository, CODEOWNERS) ?? ''
  const before = blockIn(file, company) ?? ''
  const heads = new Set(folders.flatMap(({ heads }) => heads))
  const made = {
    current: before === block,
    difference: blockDifference(before, block),
    without: [...heads].filter((head) => !Object.hasOwn(owners.logins, head)).sort(),
  }
  if (!input.check && !made.current) await writeOutput(input.repository, CODEOWNERS, withBlock(file, company, block))
  return made
}

function companyPath({ directory, repository }: CodeownersInput): string {
  const path = relative(resolve(repository), resolve(directory)).split(sep).join('/')
  if (path === '..' || path.startsWith('../')) throw new OutsideRepository(directory)
  return path.normalize('NFC')
}

function readOwners(repository: string, desired: Desired, language: 'zh' | 'en'): Owners {
  const { manifest, findings, place } = readManifest<OwnersManifest>(repository, OWNERS_FILE, ownersSchema, {
    en: [
      'it does not exist, so nobody could be asked for a review',
      'write it, with one line: admins: example-org/admins',
    ],
    zh: ['还没有这个文件，不知道该请谁审核', '请新建它，至少写一行：admins: example-org/admins'],
  })
  const people = desired.directory['user'] ?? {}
  const strangers = Object.keys(manifest?.logins ?? {}).filter((userid) => !Object.hasOwn(people, userid))
  const unknown = strangers.map((userid) => {
    const meant = nearest(userid, Object.keys(people))
    return finding(
      place(['logins', userid], true),
      'unknown-person',
      [`nobody in the directory has the userid "${userid}"`, meant ? `did you mean ${meant}?` : 'take the line out'],
      [`通讯录里没有 userid 为“${userid}”的人`, meant ? `是不是想写 ${meant}？` : '请删掉这一行'],
    )
  })
  const all = [...findings, ...unknown]
  if (all.length > 0) throw new InvalidDirectory(worded(all, language))
  return ownersFrom(manifest ?? {})
}

function foldersOf(company: string, { directory, places }: Desired): OwnedFolder[] {
  const base = company === '' ? '' : `${company}/`
  return Object.keys(directory['department'] ?? {}).flatMap((key) => {
    const file = places.get(placeKey({ kind: 'department', key }))?.file
    if (key === '/' || file === undefined) return []
    const path = base + file.replace(/\/department\.ya?ml$/, '')
    return [{ path, heads: members(directory['department-settings']?.[key]?.['dept_manager_userid_list']) }]
  })
}
