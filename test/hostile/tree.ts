import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { randomNumbers } from '../../src/emulator/random.ts'
import { type Choices, choicesBy } from './choices.ts'
import { BYTES, CHARACTERS, FIELDS, SCALARS } from './pieces.ts'

/** Where a link may lead: to itself, round in circles, out of the directory, to devices and to secrets. */
const TARGETS = [
  ...['.', '..', '../..', '/', '/etc', '/etc/passwd', '/proc/self/environ', '/proc/self/fd/0', '/dev/zero', '/dev/tty'],
  ...['/dev/stdin', 'nowhere', 'a.yaml', '../departments', '../../outside', '//etc//passwd', '/proc/self/cwd'],
]
const ORDINARY = [
  'departments',
  'roles',
  'rollbook.yaml',
  'rollbook.lock.json',
  'department.yaml',
  'people.yaml',
  'a.yaml',
]
const ENDINGS = ['', '.yaml', '.yml', '.YAML', '.md', '.yaml ', '.yaml.', '.txt', '~']
/** Names that no file can have, and the longest one that it can. */
const IMPOSSIBLE = /[\0/]/g
const LONGEST = 255

/** Fills a folder with the nth hostile set of names, links and files of a seed; what the system refuses is left out. */
export function growTree(folder: string, seed: number, nth: number): void {
  const choose = choicesBy(randomNumbers(seed + Math.imul(nth + 1, 0x9e3779b1)))
  for (const path of ['departments', 'roles']) possible(() => mkdirSync(`${folder}/${path}`))
  const places = [
    Buffer.from(folder),
    Buffer.from(`${folder}/departments`),
    Buffer.from(`${folder}/departments`),
    Buffer.from(`${folder}/roles`),
  ]
  for (let left = 1 + choose.below(40); left > 0; left--) {
    const path = Buffer.concat([choose.one(places), Buffer.from('/'), nameFor(choose)])
    possible(() => {
      const kind = choose.below(8)
      if (kind < 3) {
        mkdirSync(path)
        places.push(path)
      } else if (kind < 5) symlinkSync(choose.one(TARGETS), path)
      else writeFileSync(path, choose.once(3) ? `userid: ${choose.one(SCALARS)}\n` : `- name: ${choose.one(SCALARS)}\n`)
    })
  }
}

function nameFor(choose: Choices): Buffer {
  if (choose.once(5)) return Buffer.from(choose.one(ORDINARY))
  const words = choose.many(1, 4, () =>
    choose.one(choose.one([FIELDS, SCALARS, CHARACTERS, ['CON', 'nul', '研发部', 'a:b', 'Ａ', 'ﬁ', 'İ']])),
  )
  const long = choose.once(12) ? words.repeat(100) : words
  const name = Buffer.concat([
    Buffer.from(long.replaceAll(IMPOSSIBLE, '_')),
    ...(choose.once(8) ? [choose.one(BYTES.filter((bytes) => !bytes.includes(0)))] : []),
    Buffer.from(choose.one(ENDINGS)),
  ])
  return name.subarray(0, LONGEST)
}

/** Some names are refused by some file systems; a tree without them is as good. */
function possible(make: () => void): void {
  try {
    make()
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === undefined) throw error
  }
}
