import { finding, InvalidDirectory, worded } from '../core/problem.ts'
import type { Settings } from '../core/settings.ts'
import { defaultSettings } from '../core/settings.ts'
import { type SettingsManifest, settingsFrom, settingsSchema } from '../core/settings-schema.ts'
import { gitIn } from './git.ts'
import { MAX_BYTES, tooLarge } from './load-scan.ts'
import { validate } from './load-schema.ts'
import { readYaml } from './yaml.ts'

/** The policy as it was at a commit. */
export interface Base {
  /** The commit that the name meant, in full. */
  readonly commit: string
  readonly settings: Settings
}

/** A base commit that cannot be used; `case` says why, `subject` what was named (exit 64). */
export class BaseNotFound extends Error {
  override name = 'BaseNotFound'
  readonly case: 'ref' | 'repository' | 'commit' | 'git'
  readonly subject: string

  constructor(which: BaseNotFound['case'], subject: string, message: string) {
    super(message)
    this.case = which
    this.subject = subject
  }
}

/** Names, hashes and steps back from them; nothing that git could take for an option, a path, or a range. */
const REF = /^(?!-)(?!.*\.\.)[\p{L}\p{N}_./@{}~^+#-]{1,250}$/u

/**
 * `rollbook.yaml` at a commit of the repository that the folder stands in; defaults where it had none then. Read with
 * git itself, without a shell, from the commit and never from the work tree.
 *
 * @throws BaseNotFound; InvalidDirectory where the file was not valid then.
 */
export async function readBase(folder: string, ref: string, language: 'zh' | 'en' = 'en'): Promise<Base> {
  if (!REF.test(ref)) throw new BaseNotFound('ref', ref, `"${ref}" is not the name of a commit`)
  const inFolder = gitIn(folder)
  const git = (...args: string[]) => inFolder(args)
  const commit = await commitOf(git, folder, ref)
  // The entry is looked up from the folder itself, so it does not matter where in the repository that is.
  const listed = (await git('ls-tree', '-z', commit, '--', './rollbook.yaml')).toString('utf8')
  if (listed === '') return { commit, settings: defaultSettings }
  const [, mode, type, blob = ''] = /^(\d+) (\w+) ([0-9a-f]+)\t/.exec(listed) ?? []
  const file = `rollbook.yaml@${commit.slice(0, 12)}`
  const place = { file, line: 1, column: 1 }
  const refuse = (findings: Parameters<typeof worded>[0]) => new InvalidDirectory(worded(findings, language))
  if (type !== 'blob' || mode === '120000')
    throw refuse([
      finding(
        place,
        'unexpected-file',
        ['at the base commit this is not a file', 'name another commit with --base'],
        ['在基准提交里这不是普通文件', '请用 --base 指定别的提交'],
      ),
    ])
  const size = Number((await git('cat-file', '-s', blob)).toString('utf8'))
  if (!(size <= MAX_BYTES)) throw refuse([finding(place, 'file-too-large', ...tooLarge(size))])
  const yaml = readYaml(file, await git('cat-file', 'blob', blob))
  const { manifest, findings } =
    yaml.broken || yaml.data === undefined
      ? { manifest: undefined, findings: [] }
      : validate<SettingsManifest>(settingsSchema, yaml.data, yaml.place)
  const all = [...yaml.findings, ...findings]
  if (all.length > 0) throw refuse(all)
  return { commit, settings: settingsFrom(manifest ?? {}) }
}

async function commitOf(git: (...args: string[]) => Promise<Buffer>, folder: string, ref: string): Promise<string> {
  try {
    const inside = (await git('rev-parse', '--is-inside-work-tree')).toString('utf8').trim()
    if (inside !== 'true')
      throw new BaseNotFound('repository', folder, `${folder} is not in the work tree of a git repository`)
  } catch (error) {
    if (error instanceof BaseNotFound) throw error
    if ((error as NodeJS.ErrnoException).code === 'ENOENT')
      throw new BaseNotFound('git', folder, 'git is not installed')
    throw new BaseNotFound('repository', folder, `${folder} is not in a git repository`)
  }
  try {
    const found = await git('rev-parse', '--verify', '--quiet', '--end-of-options', `${ref}^{commit}`)
    return found.toString('utf8').trim()
  } catch {
    throw new BaseNotFound('commit', ref, `there is no commit ${ref} in this clone`)
  }
}
