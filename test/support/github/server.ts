import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import { afterEach } from 'vitest'
import { type Call, Raw, Refused } from './handler.ts'
import { resolvers, routes } from './handlers.ts'
import { type Identity, type Permission, State } from './state.ts'

/** One request that arrived, in the order of arrival. */
export interface Request {
  readonly method: string
  /** Path and query below the API's address; of GraphQL the field: `graphql minimizeComment`. */
  readonly path: string
  readonly body: { readonly [name: string]: unknown }
  status: number
}

/** A GitHub on loopback with one repository: REST and GraphQL, refusing what GitHub refuses. */
export interface FakeGitHub {
  /** Addresses, as a runner names them in `GITHUB_API_URL` and `GITHUB_GRAPHQL_URL`. */
  readonly apiUrl: string
  readonly graphqlUrl: string
  readonly state: State
  readonly requests: readonly Request[]
  /** Calls `then` once, before the next request that matches is answered: what somebody else does at that moment. */
  before(matches: (request: Request) => boolean, then: () => void): void
  /** Keeps the next `count` requests that match waiting until all of them are there, then answers them in that order. */
  gather(matches: (request: Request) => boolean, count: number): void
  /** Answers the next requests that match with this status and message, `times` times. */
  refuse(matches: (request: Request) => boolean, status: number, message: string, times?: number): void
}

/** The token that a workflow has without asking, and who it speaks for. */
export const workflowToken = 'ghs_fakeWorkflowToken0000000000000000000'
export const workflowIdentity: Identity = {
  login: 'github-actions[bot]',
  type: 'Bot',
  app: 15368,
  permissions: { issues: 'write', pull_requests: 'write', checks: 'write', contents: 'write' },
}

/** Starts a GitHub whose workflow token may do everything; it is closed after the test. */
export async function startGitHub(repository = 'octo-org/directory'): Promise<FakeGitHub> {
  const state = new State(repository)
  state.tokens.set(workflowToken, workflowIdentity)
  const requests: Request[] = []
  const disturbances: Disturbance[] = []
  const gatherings: Gathering[] = []
  const server = createServer((incoming, response) => {
    void serve(incoming, response, { state, requests, disturbances, gatherings }).catch((error: unknown) => {
      response.writeHead(500, { 'content-type': 'text/plain' }).end(`the fake GitHub failed: ${String(error)}`)
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  open.push(async () => {
    const closed = new Promise((resolve) => server.close(resolve))
    server.closeAllConnections()
    await closed
  })
  const apiUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  return {
    apiUrl,
    graphqlUrl: `${apiUrl}/graphql`,
    state,
    requests,
    before: (matches, then) => void disturbances.push({ matches, then, times: 1 }),
    gather: (matches, count) => void gatherings.push(gathering(matches, count)),
    refuse(matches, status, message, times = 1) {
      const then = () => {
        throw new Refused(status, message)
      }
      disturbances.push({ matches, then, times })
    },
  }
}

const open: (() => Promise<void>)[] = []
afterEach(async () => {
  for (const close of open.splice(0)) await close()
})

interface Disturbance {
  readonly matches: (request: Request) => boolean
  readonly then: () => void
  times: number
}

/** Requests that wait for each other. */
interface Gathering {
  readonly matches: (request: Request) => boolean
  missing: number
  readonly complete: Promise<void>
  readonly end: () => void
}

function gathering(matches: Gathering['matches'], missing: number): Gathering {
  let end = () => {}
  const complete = new Promise<void>((resolve) => {
    end = resolve
  })
  return { matches, missing, complete, end }
}

/** Waits for those that this one is to be answered with. */
async function gather({ gatherings }: World, request: Request): Promise<void> {
  const next = gatherings.find(({ matches }) => matches(request))
  if (next === undefined) return
  next.missing -= 1
  if (next.missing === 0) {
    gatherings.splice(gatherings.indexOf(next), 1)
    next.end()
  }
  await next.complete
}

interface World {
  readonly state: State
  readonly requests: Request[]
  readonly disturbances: Disturbance[]
  readonly gatherings: Gathering[]
}

async function serve(incoming: IncomingMessage, response: ServerResponse, world: World): Promise<void> {
  const url = new URL(incoming.url ?? '/', `http://${incoming.headers.host}`)
  const sent = await text(incoming)
  const body = sent === '' ? {} : (JSON.parse(sent) as Record<string, unknown>)
  const graphql = url.pathname === '/graphql'
  const path = graphql ? `graphql ${fieldOf(String(body['query']))}` : url.pathname + url.search
  const request: Request = { method: incoming.method ?? 'GET', path, body, status: 200 }
  world.requests.push(request)
  const answer = (status: number, content: unknown, headers: Record<string, string> = {}) => {
    request.status = status
    if (content instanceof Raw) {
      response.writeHead(status, { 'content-type': 'application/vnd.github.raw+json; charset=utf-8' }).end(content.text)
      return
    }
    response.writeHead(status, { 'content-type': 'application/json; charset=utf-8', ...headers })
    response.end(status === 204 ? undefined : JSON.stringify(content))
  }
  await gather(world, request)
  try {
    disturb(world, request)
    const who = identify(world.state, incoming.headers.authorization)
    if (graphql) return answer(200, { data: { [fieldOf(String(body['query']))]: resolve(world.state, who, body) } })
    const { status, content, headers } = route(world.state, who, request, url)
    answer(status, content, headers)
  } catch (error) {
    if (!(error instanceof Refused)) throw error
    if (graphql && error.status !== 401) {
      return answer(200, { data: null, errors: [{ type: error.type, message: error.message }] })
    }
    answer(error.status, { message: error.message, documentation_url: 'https://docs.github.com/rest' })
  }
}

/** What a test wants to happen at this moment. */
function disturb({ disturbances }: World, request: Request): void {
  const next = disturbances.find(({ matches }) => matches(request))
  if (next === undefined) return
  next.times -= 1
  if (next.times === 0) disturbances.splice(disturbances.indexOf(next), 1)
  next.then()
}

function identify({ tokens }: State, header = ''): Identity {
  const [, token = ''] = /^(?:token|bearer) (\S+)$/i.exec(header) ?? []
  const who = tokens.get(token)
  if (who === undefined) throw new Refused(401, 'Bad credentials')
  return who
}

/** The first field that a GraphQL document asks for. */
function fieldOf(document: string): string {
  return /\{\s*(?:\w+\s*:\s*)?(\w+)/.exec(document)?.[1] ?? ''
}

function resolve(state: State, who: Identity, { query, variables }: Request['body']): unknown {
  const resolver = resolvers.find(({ field }) => field === fieldOf(String(query)))
  if (resolver === undefined) throw new Refused(200, `Field '${fieldOf(String(query))}' doesn't exist`)
  permit(who, 'POST', resolver.needs)
  const given = (variables ?? {}) as Record<string, unknown>
  return resolver.answer({ state, who, input: (given['input'] as Record<string, unknown> | undefined) ?? given })
}

function route(state: State, who: Identity, { method, body }: Request, url: URL) {
  for (const each of routes) {
    const path = each.method === method ? pathOf(state, each.path, url.pathname) : null
    if (path === null) continue
    permit(who, method, each.needs)
    const content = each.answer({ state, who, path, query: url.searchParams, body })
    return { status: each.status ?? 200, ...paged(content, url) }
  }
  throw new Refused(404, 'Not Found')
}

function pathOf({ repository }: State, pattern: string, path: string): Call['path'] | null {
  const parts = (pattern.startsWith('//') ? pattern.slice(1) : `/repos/${repository}${pattern}`).split('/')
  const given = path.split('/').map(decodeURIComponent)
  if (parts.length !== given.length) return null
  const values: Record<string, string> = {}
  for (const [index, part] of parts.entries()) {
    if (part.startsWith(':')) values[part.slice(1)] = given[index] ?? ''
    else if (part !== given[index]) return null
  }
  return values
}

function permit({ permissions }: Identity, method: string, needs: readonly Permission[] | undefined): void {
  if (needs === undefined) return
  const enough = method === 'GET' ? ['read', 'write'] : ['write']
  if (needs.some((name) => enough.includes(permissions[name] ?? ''))) return
  throw new Refused(403, 'Resource not accessible by integration', 'FORBIDDEN')
}

/** A page of a list, with the header that leads to the next one. */
function paged(content: unknown, url: URL) {
  const headers: Record<string, string> = {}
  if (!Array.isArray(content)) return { content, headers }
  const size = Math.min(100, Number(url.searchParams.get('per_page') ?? 30))
  const page = Number(url.searchParams.get('page') ?? 1)
  if (page * size < content.length) {
    const next = new URL(url)
    next.searchParams.set('page', String(page + 1))
    headers['link'] = `<${next.href}>; rel="next"`
  }
  return { content: content.slice((page - 1) * size, page * size), headers }
}
