import { readdirSync, readFileSync } from 'node:fs'
import { join, relative, sep } from 'node:path'
import { fileURLToPath } from 'node:url'

/**
 * The files of a new repository, as they stand in `templates` beside this module (the build copies them beside the
 * program). A name that begins with a dot is written `dot-` there, because npm leaves some of those out of a package.
 */
const FOLDER = fileURLToPath(new URL('./templates', import.meta.url))

/** What stands in the templates in place of what each repository has of its own. */
export interface Blanks {
  /** Path of the company folder, without a slash at its ends. */
  readonly DIRECTORY: string
  /** `owner/repo` that holds the actions, and the commit. */
  readonly ACTIONS: string
  readonly SHA: string
  readonly LANGUAGE: 'zh' | 'en'
}

/** Every file by its path in the repository, filled in, in the order of the paths. */
export function templateFiles(blanks: Blanks): ReadonlyMap<string, string> {
  const filled = (text: string) =>
    Object.entries(blanks).reduce((all, [name, value]) => all.replaceAll(`__${name}__`, () => value), text)
  const found = readdirSync(FOLDER, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
  const files = found.map((entry): [string, string] => {
    const path = join(entry.parentPath, entry.name)
    const name = relative(FOLDER, path).split(sep).join('/')
    return [filled(name.replace(/(^|\/)dot-/g, '$1.')), filled(readFileSync(path, 'utf8'))]
  })
  return new Map(files.sort(([a], [b]) => (a < b ? -1 : 1)))
}
