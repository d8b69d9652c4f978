// Writes what comes from src/actions/table.ts: action.yml and main.mjs of every action, and the tables of docs/actions.md.
// Run it with `npm run generate`; a test fails while its output is not current.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'

const root = new URL('../../', import.meta.url)
const { outputFiles } = await build({
  entryPoints: [fileURLToPath(new URL('src/actions/manifest.ts', root))],
  bundle: true,
  format: 'esm',
  write: false,
})
const { actionFiles } = await import(
  `data:text/javascript;base64,${Buffer.from(outputFiles[0].text).toString('base64')}`
)
for (const [path, text] of Object.entries(actionFiles(readFileSync(new URL('docs/actions.md', root), 'utf8')))) {
  const file = fileURLToPath(new URL(path, root))
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, text)
}
