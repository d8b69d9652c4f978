import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { inputAt } from './input.ts'
import { judgeFolder, judgeText, linesWith } from './judge.ts'
import { changedSince, prototypesNow } from './prototypes.ts'
import { stepsIn } from './steps.ts'
import { growTree } from './tree.ts'
import { valid } from './valid.ts'

/** A process that reads a row of hostile inputs and says what went wrong; see `watched`. */
const [what = '', seedText = '', fromText = '', toText = '', room = ''] = process.argv.slice(2)
const [seed, from, to] = [Number(seedText), Number(fromText), Number(toText)]
const folder = join(room, 'directory')
const before = prototypesNow()
const steps = stepsIn(room)

if (what === 'files')
  for (const [path, text] of Object.entries(valid)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), text)
  }
// What a process does once, such as compiling the schemas, is no property of the first input.
if (what === 'files') await judgeFolder(folder, () => 100)

for (let nth = from; nth < to; nth++) {
  const wrong = what === 'trees' ? await tree(nth) : await file(nth)
  const changed = changedSince(before)
  if (changed !== undefined) wrong.push(`${changed} is another one now`)
  if (wrong.length > 0) steps.say({ nth, wrong: wrong.slice(0, 5) })
  if (changed !== undefined) break
}
steps.end()

async function file(nth: number): Promise<string[]> {
  const input = inputAt(seed, nth)
  const path = join(folder, input.path)
  writeFileSync(path, input.bytes)
  const lines = linesWith(input)
  const wrong = [
    ...(await steps.take(nth, () => judgeFolder(folder, lines))),
    ...(await steps.take(nth, () => judgeText(input))),
  ]
  writeFileSync(path, valid[input.path] ?? '')
  return wrong
}

async function tree(nth: number): Promise<string[]> {
  mkdirSync(folder)
  growTree(folder, seed, nth)
  const wrong = await steps.take(nth, () => judgeFolder(folder, () => 100))
  rmSync(folder, { recursive: true })
  return wrong
}
