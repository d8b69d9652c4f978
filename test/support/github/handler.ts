import type { Identity, Permission, State } from './state.ts'

/** One request, with what a handler needs of it. */
export interface Call {
  readonly state: State
  readonly who: Identity
  /** Values of the `:names` in the route's path. */
  readonly path: { readonly [name: string]: string }
  readonly query: URLSearchParams
  readonly body: { readonly [name: string]: unknown }
}

/** An answer that is a file as it is, and no JSON. */
export class Raw {
  readonly text: string

  constructor(text: string) {
    this.text = text
  }
}

/** A refusal, in GitHub's words; thrown by handlers. */
export class Refused extends Error {
  readonly status: number
  /** GraphQL tells its refusals apart by this. */
  readonly type: string

  constructor(status: number, message: string, type = status === 404 ? 'NOT_FOUND' : 'UNPROCESSABLE') {
    super(message)
    this.status = status
    this.type = type
  }
}

/** A REST operation. `answer` gives the body; a list is paged by the server. */
export interface Route {
  readonly method: 'GET' | 'POST' | 'PATCH' | 'DELETE' | 'PUT'
  /** Below `/repos/owner/name`, or from the root where it begins with `//`: `/issues/:number/comments`. */
  readonly path: string
  /** One of these is needed: `read` for GET, `write` for everything else. Left out: any valid token will do. */
  readonly needs?: readonly Permission[]
  readonly status?: number
  answer(call: Call): unknown
}

/** A GraphQL operation, found by the name of the first field that a document asks for. */
export interface Resolver {
  readonly field: string
  readonly needs?: readonly Permission[]
  /** What the field is in the answer; `input` are the document's variables, or its one `input` variable. */
  answer(call: { readonly state: State; readonly who: Identity; readonly input: Record<string, unknown> }): unknown
}

/** GitHub's longest body of a comment, an issue or a pull request, in characters. */
const LONGEST_BODY = 65_536

/** The body of a comment or an issue; GitHub refuses none at all, and one that is too long. */
export function bodyText(body: unknown): string {
  if (typeof body !== 'string' || body === '') throw new Refused(422, 'Validation Failed: body cannot be blank')
  if (body.length > LONGEST_BODY) {
    throw new Refused(422, `Validation Failed: body is too long (maximum is ${LONGEST_BODY} characters)`)
  }
  return body
}

/** What is there, or a 404. */
export function found<T>(thing: T | undefined): T {
  if (thing === undefined) throw new Refused(404, 'Not Found')
  return thing
}
