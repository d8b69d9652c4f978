import { spawn } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'

/** What the server marks in a file. */
export interface Mark {
  readonly message: string
  readonly line: number
  readonly column: number
}

/** One entry of a list that the server offers. */
export interface Offer {
  readonly label: string
  readonly documentation?: string | { readonly value: string }
}

/** The YAML language server as an editor uses it: a process, asked about files of one folder. */
export interface LanguageServer {
  /** Opens a file, with its text on disk or another one, and waits for what is marked in it. */
  open(file: string, text?: string): Promise<readonly Mark[]>
  /** What is offered at a position of an open file, both counted from 1. */
  complete(file: string, line: number, column: number): Promise<readonly Offer[]>
  /** What is shown when the pointer rests there, as Markdown. */
  hover(file: string, line: number, column: number): Promise<string>
  close(): Promise<void>
}

interface Message {
  readonly id?: number
  readonly method?: string
  readonly params?: unknown
  readonly result?: unknown
  readonly error?: { readonly message: string }
}

const program = createRequire(import.meta.url).resolve('yaml-language-server/bin/yaml-language-server')

/** Starts the server on a folder; `settings` are those of an editor, by their full names: `yaml.schemas`. */
export async function startLanguageServer(
  folder: string,
  settings: { readonly [name: string]: unknown },
): Promise<LanguageServer> {
  const child = spawn(process.execPath, [program, '--stdio'], { stdio: ['pipe', 'pipe', 'inherit'] })
  const waiting = new Map<number, (message: Message) => void>()
  const marked = new Map<string, (marks: readonly Mark[]) => void>()
  const uri = (file: string) => pathToFileURL(join(folder, file)).href
  let last = 0
  let configured = () => {}
  const settled = new Promise<void>((resolve) => {
    configured = resolve
  })

  const send = (message: object) => {
    const body = Buffer.from(JSON.stringify({ jsonrpc: '2.0', ...message }))
    child.stdin.write(`Content-Length: ${body.length}\r\n\r\n`)
    child.stdin.write(body)
  }
  const ask = (method: string, params: object) =>
    new Promise<unknown>((resolve, reject) => {
      const id = ++last
      waiting.set(id, ({ result, error }) => (error ? reject(new Error(error.message)) : resolve(result)))
      send({ id, method, params })
    })
  const section = (name: string) => {
    const entries = Object.entries(settings).filter(([key]) => key.startsWith(`${name}.`))
    return Object.fromEntries(entries.map(([key, value]) => [key.slice(name.length + 1), value]))
  }
  const hear = ({ id, method, params, result, error }: Message) => {
    if (method === undefined) {
      waiting.get(id ?? -1)?.({ result, ...(error && { error }) })
      return
    }
    if (method === 'workspace/configuration') {
      const { items } = params as { items: readonly { section: string }[] }
      send({ id, result: items.map(({ section: name }) => section(name)) })
      configured()
    } else if (method === 'textDocument/publishDiagnostics') {
      const { uri: of, diagnostics } = params as { uri: string; diagnostics: readonly Diagnostic[] }
      marked.get(decodeURIComponent(of))?.(diagnostics.map(markOf))
    } else if (id !== undefined) send({ id, result: null })
  }
  frames(child.stdout, hear)

  await ask('initialize', {
    processId: process.pid,
    rootUri: pathToFileURL(folder).href,
    workspaceFolders: [{ uri: pathToFileURL(folder).href, name: 'repository' }],
    capabilities: {
      workspace: { configuration: true, workspaceFolders: true },
      textDocument: { completion: { completionItem: { documentationFormat: ['markdown', 'plaintext'] } }, hover: {} },
    },
  })
  send({ method: 'initialized', params: {} })
  await settled
  const position = (line: number, column: number) => ({ line: line - 1, character: column - 1 })
  return {
    async open(file, given) {
      const text = given ?? (await readFile(join(folder, file), 'utf8'))
      const marks = new Promise<readonly Mark[]>((resolve) => marked.set(decodeURIComponent(uri(file)), resolve))
      send({
        method: 'textDocument/didOpen',
        params: { textDocument: { uri: uri(file), languageId: 'yaml', version: ++last, text } },
      })
      return marks
    },
    async complete(file, line, column) {
      const answer = await ask('textDocument/completion', {
        textDocument: { uri: uri(file) },
        position: position(line, column),
      })
      return (answer as { items: readonly Offer[] }).items
    },
    async hover(file, line, column) {
      const answer = await ask('textDocument/hover', {
        textDocument: { uri: uri(file) },
        position: position(line, column),
      })
      return (answer as { contents: { value: string } } | null)?.contents.value ?? ''
    },
    async close() {
      const ended = new Promise((resolve) => child.once('close', resolve))
      await ask('shutdown', {})
      send({ method: 'exit' })
      await ended
    },
  }
}

interface Diagnostic {
  readonly message: string
  readonly range: { readonly start: { readonly line: number; readonly character: number } }
}

function markOf({ message, range: { start } }: Diagnostic): Mark {
  return { message, line: start.line + 1, column: start.character + 1 }
}

/** Cuts a stream into messages: a header with a length, an empty line, so many bytes of JSON. */
function frames(stream: NodeJS.ReadableStream, hear: (message: Message) => void): void {
  let rest = Buffer.alloc(0)
  stream.on('data', (bytes: Buffer) => {
    rest = Buffer.concat([rest, bytes])
    for (;;) {
      const end = rest.indexOf('\r\n\r\n')
      const length = Number(/Content-Length: (\d+)/.exec(rest.subarray(0, Math.max(end, 0)).toString())?.[1])
      if (end < 0 || rest.length < end + 4 + length) return
      const body = rest.subarray(end + 4, end + 4 + length).toString()
      rest = rest.subarray(end + 4 + length)
      hear(JSON.parse(body))
    }
  })
}
