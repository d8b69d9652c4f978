import { finding, InvalidDirectory, worded } from '../core/problem.ts'
import type { Settings } from '../core/settings.ts'
import { defaultSettings } from '../core/settings.ts'
import { type SettingsManifest, settingsFrom, settingsSchema } from '../core/settings-schema.ts'
import { commitNamed } from './commit.ts'
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

/**
 * `rollbook.yaml` at a commit of the repository that the folder stands in; defaults where it had none then. Read with
 * git itself, without a shell, from the commit and never from the work tree.
 *
 * @throws BaseNotFound; InvalidDirectory where the file was not valid then.
 */
export async function readBase(folder: string, ref: string, language: 'zh' | 'en' = 'en'): Promise<Base> {
  const inFolder = gitIn(folder)
  const git = (...args: string[]) => inFolder(args)
  const commit = await commitNamed(folder, ref)
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
