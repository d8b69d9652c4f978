import { type ActionName, abouts, actionNames, type Input, inputs, type Output, outputs } from './table.ts'

/**
 * The files that come from the table: what GitHub reads of an action, and its tables on the page about it. `npm run
 * generate` writes them; a test fails while they are not current.
 */
export function actionFiles(page: string): { readonly [path: string]: string } {
  const files = actionNames.flatMap((name) => [
    [`.github/actions/${name}/action.yml`, manifest(name)],
    [`.github/actions/${name}/main.mjs`, main(name)],
  ])
  return { ...Object.fromEntries(files), 'docs/actions.md': actionNames.reduce(filled, page) }
}

const generated = 'Generated from src/actions/table.ts by npm run generate: do not edit.'

/** Text in double quotes is YAML as it is JSON. */
const quoted = (text: string) => JSON.stringify(text)

function manifest(name: ActionName): string {
  const { zh, en } = abouts[name]
  const lines = [
    `# ${generated}`,
    `name: ${quoted(`Rollbook ${name}`)}`,
    `description: ${quoted(`${en} ${zh}`)}`,
    'inputs:',
    ...inputsOf(name).flatMap(([input, { en, zh, standard }]) => [
      `  ${input}:`,
      `    description: ${quoted(`${en} ${zh}`)}`,
      `    default: ${quoted(standard)}`,
    ]),
    'outputs:',
    ...outputsOf(name).flatMap(([output, { en, zh }]) => [`  ${output}:`, `    description: ${quoted(`${en} ${zh}`)}`]),
    'runs:',
    '  using: node24',
    '  main: main.mjs',
  ]
  return `${lines.join('\n')}\n`
}

function main(name: ActionName): string {
  return `// ${generated}\nimport { run } from '../../../dist/action/index.js'\n\nawait run('${name}')\n`
}

/** The page with the tables of an action between its markers. */
function filled(page: string, name: ActionName): string {
  const [open, close] = [`<!-- action:${name} -->`, `<!-- /action:${name} -->`]
  const [start, end] = [page.indexOf(open), page.indexOf(close)]
  if (start < 0 || end < start) throw new Error(`docs/actions.md has no place for ${name}`)
  return `${page.slice(0, start)}${open}\n${tables(name)}\n${page.slice(end)}`
}

function tables(name: ActionName): string {
  const row = (...cells: readonly string[]) => `| ${cells.join(' | ')} |`
  const standardOf = ({ standard }: Input) => (standard === '' ? '–' : `\`${standard}\``)
  return [
    row('input', 'default', 'meaning'),
    '|---|---|---|',
    ...inputsOf(name).map(([input, about]) => row(`\`${input}\``, standardOf(about), `${about.en} ${about.zh}`)),
    '',
    row('output', 'meaning'),
    '|---|---|',
    ...outputsOf(name).map(([output, { en, zh }]) => row(`\`${output}\``, `${en} ${zh}`)),
  ].join('\n')
}

function inputsOf(name: ActionName): (readonly [string, Input])[] {
  return Object.entries<Input>(inputs).filter(([, { of }]) => of.includes(name))
}

function outputsOf(name: ActionName): (readonly [string, Output])[] {
  return Object.entries<Output>(outputs).filter(([, { of }]) => of.includes(name))
}
