import type { Words } from '../core/problem.ts'

/** Most files and folders of a directory. */
export const MAX_FILES = 100_000
/** Most folders inside each other. */
export const MAX_FOLDERS = 64

/** The folder is not one of ours. */
export const anotherFolder: [en: Words, zh: Words] = [
  [
    'this is not a Rollbook directory: it holds neither departments/ nor rollbook.yaml',
    'check the folder given with --directory',
  ],
  ['这不是 Rollbook 的通讯录目录：里面既没有 departments/ 也没有 rollbook.yaml', '请检查 --directory 指定的文件夹'],
]

/** Too many files. */
export const crowded: [en: Words, zh: Words] = [
  [`the directory holds more than ${MAX_FILES} files and folders`, 'keep several people in one file'],
  [`通讯录目录里的文件和文件夹超过 ${MAX_FILES} 个`, '请把多名员工写在一个文件里'],
]

/** Folders too deep inside each other. */
export const folded: [en: Words, zh: Words] = [
  [`more than ${MAX_FOLDERS} folders stand inside each other`, 'move the folder further up'],
  [`文件夹嵌套超过 ${MAX_FOLDERS} 层`, '请把文件夹移到上层'],
]

/** A pipe, a socket, a device. */
export const noFile: [en: Words, zh: Words] = [
  ['this is no ordinary file: pipes, sockets and devices are not read', 'put an ordinary file here, or take it away'],
  ['这不是普通文件：管道、套接字和设备不会被读取', '请换成普通文件，或者移走'],
]

/** The folder that was named does not exist. */
export function noFolder(root: string): [en: Words, zh: Words] {
  return [
    [`there is no folder ${root}`, 'check the folder given with --directory, and where you are'],
    [`没有 ${root} 这个文件夹`, '请检查 --directory 指定的文件夹，以及当前所在的位置'],
  ]
}

/** The system keeps us from reading. */
export function notReadable(error: unknown): [en: Words, zh: Words] {
  switch ((error as NodeJS.ErrnoException).code) {
    case 'ENOENT':
      return [
        ['it does not exist', 'check the path'],
        ['它不存在', '请检查路径'],
      ]
    case 'ELOOP':
      return [
        ['it is a symbolic link; links are not followed', 'put the file itself here'],
        ['它是符号链接，Rollbook 不跟随链接', '请放入文件本身'],
      ]
    case 'ENOTDIR':
      return [
        ['it is not a folder', 'check the folder given with --directory'],
        ['它不是文件夹', '请检查 --directory 指定的文件夹'],
      ]
    case 'EACCES':
    case 'EPERM':
      return [
        ['it may not be read', 'check its permissions'],
        ['没有读取权限', '请检查文件权限'],
      ]
    default:
      return [
        ['it cannot be read', 'check the file and the disk'],
        ['无法读取', '请检查文件和磁盘'],
      ]
  }
}
