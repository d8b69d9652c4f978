import { forTerminal } from './terminal.ts'

/**
 * The label of a node in a Mermaid diagram, to stand between double quotes: `n1["…"]`. Letters, digits and spaces stay,
 * everything else becomes an entity in Mermaid's spelling (`#35;`), so no label ends its quote, becomes Markdown or HTML,
 * or is taken for a keyword of the diagram. Ids of nodes are numbered, never made from data. For charts of the
 * organisation.
 */
export function forMermaid(text: string): string {
  return forTerminal(text).replace(/[^\p{L}\p{M}\p{N} ]/gu, (mark) => `#${mark.codePointAt(0)};`)
}
