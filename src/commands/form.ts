import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import type { Desired } from '../core/desired.ts'
import { FormRefused, type FormRequest, readForm } from '../core/form.ts'
import { placeKey } from '../core/model.ts'
import { isObject } from '../core/value.ts'
import { type Edits, editsOf } from '../io/form-edit.ts'
import { loadDirectory } from '../io/load.ts'
import { readLock } from '../io/lockfile.ts'

/** What a form did to the files. */
export interface FormDone {
  readonly request: FormRequest
  /** Paths below the company folder, in their order. */
  readonly changed: readonly string[]
}

/** GitHub's payloads are smaller. */
const LARGEST = 26 * 1024 * 1024

/**
 * Carries out the form that stands in an issue, in the files of a directory: people and departments below `departments/`,
 * nothing else. The result is checked in a copy first, so either all of it is written, and is valid, or nothing.
 *
 * @throws FormRefused, with a sentence for whoever sent it.
 */
export async function form({ directory, event }: { directory: string; event: string }): Promise<FormDone> {
  const request = readForm(bodyOf(event))
  const desired = await load(directory)
  if (desired.problems.length > 0) throw new FormRefused(broken(desired))
  const edits = editsOf(directory, request, whereabouts(desired))
  const copy = mkdtempSync(join(tmpdir(), 'rollbook-form-'))
  try {
    cpSync(directory, copy, { recursive: true, filter: (path) => !path.endsWith('.rollbook') })
    write(copy, edits)
    const after = await load(copy)
    if (after.problems.length > 0) throw new FormRefused(invalid(after))
  } finally {
    rmSync(copy, { recursive: true, force: true })
  }
  write(directory, edits)
  return { request, changed: [...edits.keys()].sort() }
}

async function load(directory: string): Promise<Desired> {
  return loadDirectory(directory, { lock: await readLock(directory) })
}

/** The body of the issue in the payload that the runner of GitHub Actions wrote. */
function bodyOf(path: string): unknown {
  const bytes = readFileSync(path)
  if (bytes.length > LARGEST) throw new FormRefused(noIssue)
  let payload: unknown
  try {
    payload = JSON.parse(bytes.toString('utf8'))
  } catch {
    throw new FormRefused(noIssue)
  }
  const issue = isObject(payload) ? payload['issue'] : undefined
  if (!isObject(issue)) throw new FormRefused(noIssue)
  return issue['body']
}

function whereabouts({ directory, places }: Desired) {
  const fileOf = (kind: string, key: string) => places.get(placeKey({ kind, key }))?.file ?? ''
  const keys = (kind: string) => Object.keys(directory[kind] ?? {})
  const folder = (key: string) =>
    key === '/' ? 'departments' : fileOf('department', key).replace(/\/department\.ya?ml$/, '')
  return {
    departments: new Map(keys('department').map((key) => [key, folder(key)])),
    people: new Map(keys('user').map((key) => [key, fileOf('user', key)])),
  }
}

function write(directory: string, edits: Edits): void {
  for (const [path, text] of edits) {
    const whole = join(directory, path)
    if (text === null) rmSync(whole)
    else {
      mkdirSync(dirname(whole), { recursive: true })
      writeFileSync(whole, text)
    }
  }
}

const noIssue = {
  zh: '读不到 issue 的内容。请在 issue 触发的工作流里运行，或用 --event 指定事件文件。',
  en: 'The contents of the issue cannot be read. Run this in a workflow that an issue starts, or name the event file with --event.',
}

function broken({ problems }: Desired) {
  return {
    zh: `通讯录文件里已经有 ${problems.length} 处问题，改好之后才能用表单。请 IT 运行 rollbook validate 查看。`,
    en: `The files of the address book already have ${problems.length} problems; forms work once they are mended. IT sees them with rollbook validate.`,
  }
}

/** The first few places; what the messages quote may be what somebody typed. */
function invalid({ problems }: Desired) {
  const named = problems.slice(0, 5).map(({ file, line, code }) => `${file}:${line} (${code})`)
  const list = named.join('、')
  return {
    zh: `照这张表单改，通讯录会有 ${problems.length} 处对不上：${list}。多半是这个人还写在别处（部门主管、角色、直属主管），请先改掉那里；或者请 IT 帮忙。`,
    en: `With this form ${problems.length} places of the address book would be wrong: ${named.join(', ')}. Mostly the person is still named there (head of a department, role, manager): change that first, or ask IT.`,
  }
}
