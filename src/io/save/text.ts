import { Document, isMap, isSeq } from 'yaml'
import type { Written } from '../../core/manifest.ts'

/** Weights are numbers, and read better without quotes; every other text keeps its characters. */
function plainNumbers(key: unknown, value: unknown): unknown {
  return key === 'order' && typeof value === 'string' ? BigInt(value) : value
}

/** The text of a whole file. */
export function yamlText(content: Written): string {
  const document = new Document(content, plainNumbers)
  // People are easier to tell apart with a line between them.
  if (isSeq(document.contents))
    for (const [index, item] of document.contents.items.entries()) if (index > 0 && isMap(item)) item.spaceBefore = true
  return document.toString({ lineWidth: 0 })
}

/** The same between brackets, on one line. */
export function flowText(content: Written): string {
  // What is in a list is written as it has to be between brackets, also where it is a text.
  const list = new Document([content], plainNumbers)
  return list.toString({ lineWidth: 0, collectionStyle: 'flow', flowCollectionPadding: false }).trimEnd().slice(1, -1)
}

/** One text in double quotes. */
export function quotedText(text: string): string {
  return new Document(text).toString({ lineWidth: 0, defaultStringType: 'QUOTE_DOUBLE' }).trimEnd()
}
