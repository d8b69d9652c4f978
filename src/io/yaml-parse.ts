import { Composer, type Document, Lexer, Parser } from 'yaml'
import type { Excess } from './load-measure.ts'
import { MAX_DEPTH, MAX_ENTRIES } from './load-scan.ts'

/**
 * The library's parser, stopped where a text goes too deep. Its first half keeps a stack of its own; its second half
 * calls itself for every level, and on Node 20 some hundred levels in several texts, one after another, end the process
 * without an exception. So the stack is looked at after each token, before the second half sees any of it: that is exact
 * where the look before the parser can only be rough.
 */
export interface Parsed {
  /** The first document, and the second one where there are several: nobody needs to know more. */
  readonly documents: readonly Document.Parsed[]
  /** Where parsing was given up; there are no documents then. */
  readonly beyond?: Excess
}

/** A list or mapping is one level, and what stands open inside of it is another. */
const MAX_STACK = 4 * MAX_DEPTH
/** An entry is a few tokens: its mark, spaces, text, line break, and perhaps a comment. */
const MAX_TOKENS = 8 * MAX_ENTRIES
/** Pieces that fit nowhere; each becomes an error, and only the first ones are ever shown. */
const MAX_STRAYS = 1000

class Beyond extends Error {
  readonly excess: Excess

  constructor(excess: Excess) {
    super(excess.what)
    this.excess = excess
  }
}

/** Parses a text without guessing at types; repeated keys are left to the caller, who finds them in linear time. */
export function parseDocuments(text: string): Parsed {
  const options = { schema: 'failsafe', uniqueKeys: false, prettyErrors: false, logLevel: 'silent' } as const
  const documents: Document.Parsed[] = []
  const traced = Error.stackTraceLimit
  // The library makes an error of every piece that it cannot place, and tracing hundreds of thousands takes seconds.
  Error.stackTraceLimit = 0
  try {
    for (const document of new Composer(options).compose(tokens(text))) {
      documents.push(document as Document.Parsed)
      if (documents.length === 2) break
    }
    return { documents }
  } catch (error) {
    if (error instanceof Beyond) return { documents: [], beyond: error.excess }
    if (error instanceof RangeError) return { documents: [], beyond: { what: 'depth', at: 0 } }
    throw error
  } finally {
    Error.stackTraceLimit = traced
  }
}

function* tokens(text: string) {
  const parser = new Parser()
  let count = 0
  let strays = 0
  for (const token of new Lexer().lex(text)) {
    for (const made of parser.next(token)) {
      if (made.type === 'error') strays++
      yield made
    }
    if (strays > MAX_STRAYS) break
    count++
    if (parser.stack.length > MAX_STACK) throw new Beyond({ what: 'depth', at: parser.offset })
    if (count > MAX_TOKENS) throw new Beyond({ what: 'entries', at: parser.offset })
  }
  yield* parser.end()
}
