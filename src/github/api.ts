import type { GitHub } from '@actions/github/lib/utils'

/** GitHub as one token sees one repository. */
export interface Api {
  readonly octokit: InstanceType<typeof GitHub>
  /** As parameters of every call: whose repository, and its name. */
  readonly here: { readonly owner: string; readonly repo: string }
  /** One GraphQL operation. */
  graphql<T>(document: string, variables?: { readonly [name: string]: unknown }): Promise<T>
}

/** Where GitHub is, and as whom it is asked. */
export interface ApiOptions {
  readonly token: string
  /** `owner/name` */
  readonly repository: string
  readonly apiUrl: string
  readonly graphqlUrl: string
}

/**
 * The client of GitHub. What GitHub answers with a fault of its own is asked again, three times at most; what it refuses
 * is not. Loaded here and not at the start, because the library reads the event's payload while it is loaded, and
 * stumbles over one that is broken.
 */
export async function connectGitHub({ token, repository, apiUrl, graphqlUrl }: ApiOptions): Promise<Api> {
  const [{ getOctokit }, { retry }] = await Promise.all([import('@actions/github'), import('@octokit/plugin-retry')])
  const [owner = '', repo = ''] = repository.split('/')
  const quiet = { debug() {}, info() {}, warn() {}, error() {} }
  const octokit = getOctokit(token, { baseUrl: apiUrl, log: quiet }, retry)
  const graphql = octokit.graphql.defaults({ baseUrl: graphqlUrl.replace(/\/graphql\/?$/, '') })
  return { octokit, here: { owner, repo }, graphql: (document, variables) => graphql(document, variables) }
}

/** Where the runner says that GitHub is; its own variables, which a workflow cannot set. */
export function apiOptionsFrom(env: { readonly [name: string]: string | undefined }, token: string): ApiOptions {
  return {
    token,
    repository: env['GITHUB_REPOSITORY'] ?? '',
    apiUrl: env['GITHUB_API_URL'] || 'https://api.github.com',
    graphqlUrl: env['GITHUB_GRAPHQL_URL'] || 'https://api.github.com/graphql',
  }
}

/**
 * Why GitHub did not do what was asked: `token`: it does not know the token; `permission`: the token may not; `rate`:
 * too many calls; `gone`: there is no such thing (any more); `refused`: for what was sent; `trouble`: anything else.
 */
export type Cause = 'token' | 'permission' | 'rate' | 'gone' | 'refused' | 'trouble'

/** The cause of an error that a call threw; null for one that GitHub did not give. */
export function causeOf(error: unknown): Cause | null {
  if (!(error instanceof Error)) return null
  const { status, errors, response } = error as {
    status?: unknown
    errors?: readonly { readonly type?: unknown }[]
    response?: { readonly headers?: { readonly [name: string]: unknown } }
  }
  if (Array.isArray(errors) && error.name === 'GraphqlResponseError') {
    const type = errors[0]?.type
    return type === 'FORBIDDEN' ? 'permission' : type === 'NOT_FOUND' ? 'gone' : 'refused'
  }
  if (error.name !== 'HttpError' || typeof status !== 'number') return null
  const used = response?.headers?.['x-ratelimit-remaining'] === '0'
  if (status === 429 || (status === 403 && (used || /rate limit/i.test(error.message)))) return 'rate'
  const known: { readonly [status: number]: Cause } = {
    401: 'token',
    403: 'permission',
    404: 'gone',
    410: 'gone',
    422: 'refused',
  }
  return known[status] ?? 'trouble'
}
