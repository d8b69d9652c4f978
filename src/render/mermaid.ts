import type { Branch } from './chart.ts'
import { forMermaid } from './escape.ts'

/** Colours for what is marked; the mark itself stands in the label too, for readers who see no colours. */
const classes = {
  '+': ['added', 'fill:#dafbe1,stroke:#1a7f37,color:#0f3d1d'],
  '−': ['gone', 'fill:#ffebe9,stroke:#cf222e,color:#5c1015,stroke-dasharray:5 3'],
  '→': ['moved', 'fill:#ddf4ff,stroke:#0969da,color:#0a3069'],
} as const

/**
 * One side of a chart as a Mermaid diagram. Ids are numbered and every label is escaped, so that nothing in a name is
 * read as a part of the diagram.
 */
export function mermaidOf(root: Branch): string {
  const lines = ['flowchart LR']
  const members = new Map<string, string[]>()
  let count = 0
  const draw = ({ kind, label, mark, children }: Branch, parent?: string): void => {
    const id = `n${count++}`
    const text = forMermaid(mark === undefined ? label : `${mark} ${label}`)
    const shape = kind === 'person' ? `(["${text}"])` : `["${text}"]`
    lines.push(parent === undefined ? `  ${id}${shape}` : `  ${parent} --> ${id}${shape}`)
    const name = mark === undefined ? (kind === 'rest' ? 'rest' : undefined) : classes[mark][0]
    if (name !== undefined) members.set(name, [...(members.get(name) ?? []), id])
    for (const child of children) draw(child, id)
  }
  draw(root)
  const styles = new Map<string, string>([
    ...Object.values(classes).map(([name, style]) => [name, style] as const),
    ['rest', 'fill:none,stroke:#8c959f,color:#57606a,stroke-dasharray:2 2'],
  ])
  for (const [name, ids] of members)
    lines.push(`  classDef ${name} ${styles.get(name)}`, `  class ${ids.join(',')} ${name}`)
  return lines.join('\n')
}
