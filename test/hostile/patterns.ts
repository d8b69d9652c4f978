import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import ts from 'typescript'

/** A regular expression of ours, and where it stands. */
export interface Pattern {
  readonly at: string
  readonly source: string
  readonly flags: string
}

const root = join(import.meta.dirname, '../..')

/** Every regular expression that is written out in src. */
export function literals(): Pattern[] {
  return nodesOf(ts.SyntaxKind.RegularExpressionLiteral).map(({ at, text }) => {
    const end = text.lastIndexOf('/')
    return { at, source: text.slice(1, end), flags: text.slice(end + 1) }
  })
}

/** Every `new RegExp(…)` in src, as it is written. */
export function constructed(): { at: string; text: string }[] {
  return nodesOf(ts.SyntaxKind.NewExpression).filter(({ text }) => /^new RegExp\b/.test(text))
}

/** Every `pattern` of a schema. */
export function patternsIn(name: string, schema: unknown): Pattern[] {
  if (typeof schema !== 'object' || schema === null) return []
  return Object.entries(schema).flatMap(([key, value]) =>
    key === 'pattern' && typeof value === 'string'
      ? [{ at: name, source: value, flags: 'u' }]
      : patternsIn(`${name}/${key}`, value),
  )
}

function nodesOf(kind: ts.SyntaxKind): { at: string; text: string }[] {
  const files = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('.ts'),
  )
  return files.sort().flatMap((file) => {
    const text = readFileSync(join(root, 'src', file), 'utf8')
    // The generated contract is data; its patterns are looked at as a schema.
    if (/^dingtalk\/(contract|types)\.ts$/.test(file)) return []
    const tree = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true)
    const found: { at: string; text: string }[] = []
    const visit = (node: ts.Node): void => {
      if (node.kind === kind) {
        const { line } = tree.getLineAndCharacterOfPosition(node.getStart())
        found.push({ at: `src/${file}:${line + 1}`, text: node.getText() })
      }
      ts.forEachChild(node, visit)
    }
    visit(tree)
    return found
  })
}
