import { afterEach } from 'vitest'
import { type Emulator, type EmulatorOptions, startEmulator } from '../../src/emulator/server.ts'
import { type Finished, type RunOptions, rollbook } from './command.ts'
import { type FileTree, readFiles, temporaryFolder, writeFiles } from './files.ts'

/** A directory, the DingTalk it belongs to, and the real program between them. */
export interface Workplace {
  readonly folder: string
  readonly emulator: Emulator
  /** Runs the program on the directory, with the emulator's credential in its environment. */
  run(args: readonly string[], options?: RunOptions): Promise<Finished>
  edit(files: FileTree): Promise<void>
  files(): Promise<FileTree>
  /** Calls so far that may have written something. */
  written(): number
}

const open: Emulator[] = []
afterEach(async () => {
  for (const emulator of open.splice(0)) await emulator.close()
})

/** A directory with these files, and an emulator that is closed after the test. */
export async function workplace(files: FileTree, options: EmulatorOptions = {}): Promise<Workplace> {
  const emulator = await startEmulator({ rate: Number.POSITIVE_INFINITY, ...options })
  open.push(emulator)
  const folder = await temporaryFolder(files)
  return {
    folder,
    emulator,
    run: ([command = '', ...args], more = {}) => rollbook([command, '-d', folder, ...args], { emulator, ...more }),
    edit: (changed) => writeFiles(folder, changed),
    files: () => readFiles(folder),
    written: () =>
      emulator.log.filter(({ operation }) => /^(create|update|delete|add|remove)/.test(operation ?? '')).length,
  }
}

/** The same after its first apply, and its lock. */
export async function appliedWorkplace(
  files: FileTree = smallCompany,
  options: EmulatorOptions = {},
): Promise<Workplace & { lock(): Promise<string> }> {
  const place = await workplace(files, options)
  const { code, stderr } = await place.run(['apply', '--yes'])
  if (code !== 0) throw new Error(`the company could not be founded: ${stderr}`)
  return { ...place, lock: async () => (await place.files())['rollbook.lock.json'] ?? '' }
}

/** A small company: two departments, three people, a role. */
export const smallCompany: FileTree = {
  'rollbook.yaml': 'version: 1\ncorp: dingcorp0001\nlanguage: en\n',
  'departments/研发部/department.yaml': 'order: 10\nmanagers: [lilei]\n',
  'departments/研发部/people.yaml': [
    '- {userid: lilei, name: 李雷, mobile: "10012345671", title: 工程师}',
    '- {userid: hanmeimei, name: 韩梅梅, mobile: "10012345672", manager_userid: lilei}\n',
  ].join('\n'),
  'departments/市场部/people.yaml': '- {userid: zhoujie, name: 周杰, mobile: "10012345673"}\n',
  'roles/岗位.yaml': 'roles:\n- {name: 会计, members: [hanmeimei]}\n',
}
