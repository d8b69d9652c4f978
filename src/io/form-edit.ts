import { readFileSync } from 'node:fs'
import { join, posix } from 'node:path'
import { isMap, isSeq } from 'yaml'
import { FormRefused, type FormRequest } from '../core/form.ts'
import type { Both } from '../core/json-schema.ts'
import { scalar } from '../core/yaml-scalar.ts'
import { type Folder, listFiles } from './load-files.ts'
import { entriesOf, takenOut as entryLines, restateLines } from './pull/list-lines.ts'
import { ByHand, identityOf, isList, Lines, type Stated, spliced } from './pull/pieces.ts'
import { opened } from './pull/tree.ts'
import { portableName } from './save/names.ts'

/** Files below the company folder as they are to be; null: the file goes. */
export type Edits = ReadonlyMap<string, string | null>

/** Where departments and people stand: a department by its key, a person by the file. */
export interface Whereabouts {
  readonly departments: ReadonlyMap<string, string>
  readonly people: ReadonlyMap<string, string>
}

/**
 * What a request changes in the files, as text: whole lines are taken out and put in, and every other line stays as its
 * author left it. The files are known to be valid.
 *
 * @throws FormRefused where it cannot be done in that way.
 */
export function editsOf(directory: string, { form, values }: FormRequest, where: Whereabouts): Edits {
  const read = (path: string) => readFileSync(join(directory, path), 'utf8')
  const folderOf = (key: string) => {
    const path = where.departments.get(key)
    if (path === undefined) throw new FormRefused(noDepartment)
    return path
  }
  const fileOf = (userid: string) => {
    const path = where.people.get(userid)
    if (path === undefined) throw new FormRefused(noPerson)
    return path
  }
  const tree = folders(directory)
  const { userid = '', department = '', parent = '', name = '' } = values
  if (form === 'department') {
    const above = tree.get(folderOf(parent))
    const taken = new Set(namesIn(above).map((other) => other.toLowerCase()))
    const path = `${folderOf(parent)}/${portableName(name, 'department', taken)}/department.yaml`
    return new Map([[path, `name: ${scalar(name)}\n`]])
  }
  if (form === 'joiner') {
    if (where.people.has(userid)) throw new FormRefused(known)
    const fields = ['userid', 'name', 'title', 'job_number', 'manager_userid', 'hired_date', 'mobile']
    const entry = fields.flatMap((id) => (values[id] === undefined ? [] : [`${id}: ${scalar(values[id])}`]))
    return added(folderOf(department), asItem(entry.join('\n')), read, tree)
  }
  const from = fileOf(userid)
  const { item, rest } = takenOut(from, read(from), userid)
  const left = new Map<string, string | null>([[from, rest]])
  if (rest === null) keepFolder(left, from, tree)
  if (form === 'leaver') return left
  const to = folderOf(department)
  if (posix.dirname(from) === to) throw new FormRefused(already)
  if (rest !== null || !isOwnFile(from, read(from))) return new Map([...left, ...added(to, item, read, tree)])
  // A person's own file moves as it is.
  const file = posix.basename(from)
  const target = namesIn(tree.get(to)).includes(file) ? `${portableName(userid, 'person', new Set())}.yaml` : file
  if (namesIn(tree.get(to)).includes(target)) throw new FormRefused(byHand)
  return new Map([...left, [`${to}/${target}`, read(from)]])
}

/** An entry of a list, at the left edge: a dash, and every other line moved behind it. */
function asItem(text: string): string {
  return `- ${text.split('\n').join('\n  ')}\n`
}

/** Puts a person into the list of a department's folder, which is made where there is none. */
function added(
  folder: string,
  item: string,
  read: (path: string) => string,
  tree: ReadonlyMap<string, Folder>,
): Map<string, string | null> {
  const path = `${folder}/people.yaml`
  if (!namesIn(tree.get(folder)).includes('people.yaml')) return new Map([[path, item]])
  const { text, of } = listIn(path, read(path))
  return new Map([[path, text([...of, new Lines(item)])]])
}

/** A person out of the text of a file: the entry at the left edge, and what is left; null where nobody is. */
function takenOut(path: string, text: string, userid: string): { item: string; rest: string | null } {
  if (isOwnFile(path, text)) return { item: '', rest: null }
  const list = listIn(path, text)
  const rest = list.of.filter((item) => identityOf(item) !== userid)
  const item = list.entry(userid)
  return { item, rest: rest.length === 0 ? null : list.text(rest) }
}

/**
 * A list of people over several lines.
 *
 * @throws FormRefused where the file is written in another way.
 */
function listIn(path: string, whole: string) {
  const { root, page, data, mark } = opened(path, whole)
  if (!isSeq(root) || !isList(data)) throw new FormRefused(byHand)
  return {
    of: data as readonly Stated[],
    entry: (userid: string) =>
      unlessByHand(() => {
        const { column, entries } = entriesOf(page, root)
        const found = entries.find(({ identity }) => identity === userid)
        if (found === undefined) throw new ByHand()
        return entryLines(page, found, column, []).text
      }),
    text: (want: readonly Stated[]) =>
      unlessByHand(
        () =>
          mark +
          spliced(
            page.text,
            restateLines(page, root, want, () => []),
          ),
      ),
  }
}

function unlessByHand<T>(work: () => T): T {
  try {
    return work()
  } catch (error) {
    if (error instanceof ByHand) throw new FormRefused(byHand)
    throw error
  }
}

function isOwnFile(path: string, text: string): boolean {
  return isMap(opened(path, text).root)
}

/** Git keeps no empty folder, and a department without a folder would be dissolved: it says its name instead. */
function keepFolder(edits: Map<string, string | null>, file: string, tree: ReadonlyMap<string, Folder>): void {
  const folder = tree.get(posix.dirname(file))
  if (folder === undefined || folder.path === 'departments') return
  if (folder.settings !== undefined || folder.folders.length > 0 || folder.people.length > 1) return
  edits.set(`${folder.path}/department.yaml`, `name: ${scalar(folder.name)}\n`)
}

function folders(directory: string): ReadonlyMap<string, Folder> {
  const { departments } = listFiles(directory)
  const all = (folder: Folder): Folder[] => [folder, ...folder.folders.flatMap(all)]
  return new Map(
    (departments === undefined ? [] : all(departments)).map((folder) => [folder.path.normalize('NFC'), folder]),
  )
}

/** Names of what stands in a folder. */
function namesIn(folder: Folder | undefined): string[] {
  if (folder === undefined) return []
  const paths = [
    ...folder.people,
    ...folder.folders.map(({ path }) => path),
    ...(folder.settings ? [folder.settings] : []),
  ]
  return paths.map((path) => posix.basename(path))
}

const noDepartment: Both = {
  zh: '没有这个部门。请写部门在通讯录文件夹里的路径，例如 研发部/后端组；公司本身写 /。',
  en: 'There is no such department. Write its path in the folder of the address book, such as 研发部/后端组; the company itself is /.',
}
const noPerson: Both = {
  zh: '通讯录里没有这个 userid。请在 departments 文件夹里搜一下这个人，照抄他的 userid。',
  en: 'Nobody in the address book has this userid. Search the folder departments for the person, and copy the userid.',
}
const known: Both = {
  zh: '已经有人用这个 userid 了。新同事请换一个；如果是同一个人，请用“调动”表单。',
  en: 'Somebody has this userid already. Choose another one; if it is the same person, use the form for moves.',
}
const already: Both = { zh: '这个人已经在这个部门了。', en: 'The person is in this department already.' }
const byHand: Both = {
  zh: '这个文件的写法比较特别，自动改怕改坏。请直接在 GitHub 上编辑它，或请 IT 帮忙。',
  en: 'This file is written in a way that might break when it is changed automatically. Edit it on GitHub yourself, or ask IT.',
}
