import { readYaml } from '../../src/io/yaml.ts'
import { stepsIn } from './steps.ts'

/** A process that reads 10,000 texts of 65 to 5,000 levels, in every way to nest; see `watched`. */
const [room = ''] = process.argv.slice(2)
const steps = stepsIn(room)
const COUNT = 10_000

const WAYS: readonly ((depth: number) => string)[] = [
  (depth) => '['.repeat(depth),
  (depth) => `${'['.repeat(depth)}${']'.repeat(depth)}`,
  (depth) => '{a: '.repeat(depth),
  (depth) => `a:\n${' [\n'.repeat(depth)}`,
  (depth) => '- '.repeat(depth),
  (depth) => '? '.repeat(depth),
  (depth) => `a: x\n  "\n${' [\n'.repeat(depth)}"`,
  (depth) => `"\\\n" : ${'[{'.repeat(depth)}`,
  (depth) => `- &a ${'[ '.repeat(depth)}`,
  (depth) => Array.from({ length: Math.min(depth, 340) }, (_, level) => `${' '.repeat(level)}a:\n`).join(''),
]

for (let nth = 0; nth < COUNT; nth++) {
  const depth = 65 + ((nth * 37) % 4936)
  const text = WAYS[nth % WAYS.length]?.(depth) ?? ''
  const wrong = await steps.take(nth, () => {
    const { broken, findings } = readYaml('a.yaml', Buffer.from(text))
    return broken && findings.length > 0 ? [] : [`${depth} levels were read: ${text.slice(0, 20)}`]
  })
  if (wrong.length > 0) steps.say({ nth, wrong })
}
