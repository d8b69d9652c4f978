import { type Call, found, Refused, type Route } from './handler.ts'
import type { CheckRun } from './state.ts'

/** GitHub's longest summary and text of a check run. */
const LONGEST = 65_535

/** Check runs; only an app can make one, and only that app change it. */
export const checkRoutes: readonly Route[] = [
  {
    method: 'POST',
    path: '/check-runs',
    needs: ['checks'],
    status: 201,
    answer({ state, who, body }) {
      if (who.app === undefined) throw new Refused(403, 'You must authenticate via a GitHub App.')
      const sha = String(body['head_sha'])
      if (!state.commits.has(sha)) throw new Refused(422, `No commit found for SHA: ${sha}`)
      const run: CheckRun = {
        id: state.id(),
        name: String(body['name']),
        sha,
        app: who.app,
        ...changed(body, { status: 'queued', conclusion: null, external: '', output: noOutput }),
      }
      state.checkRuns.push(run)
      return view(run)
    },
  },
  {
    method: 'PATCH',
    path: '/check-runs/:id',
    needs: ['checks'],
    answer({ state, who, path, body }) {
      const run = found(state.checkRuns.find(({ id }) => String(id) === path['id']))
      if (run.app !== who.app)
        throw new Refused(403, 'This check run can only be modified by the GitHub App that created it.')
      return view(Object.assign(run, changed(body, run)))
    },
  },
  {
    method: 'GET',
    path: '/commits/:sha/check-runs',
    needs: ['checks'],
    answer({ state, path, query }: Call) {
      const runs = state.checkRuns.filter(
        ({ sha, name, app }) =>
          sha === path['sha'] &&
          name === (query.get('check_name') ?? name) &&
          String(app) === (query.get('app_id') ?? String(app)),
      )
      return { total_count: runs.length, check_runs: runs.map(view) }
    },
  },
]

const noOutput = { title: null, summary: null, text: null }

function changed(body: Call['body'], before: Omit<CheckRun, 'id' | 'name' | 'sha' | 'app'>) {
  const output = body['output'] as Partial<CheckRun['output']> | undefined
  for (const text of [output?.summary, output?.text]) {
    if (typeof text === 'string' && text.length > LONGEST) {
      throw new Refused(422, `Invalid request. Only ${LONGEST} characters are allowed; ${text.length} were supplied.`)
    }
  }
  return {
    status: body['conclusion'] === undefined ? String(body['status'] ?? before.status) : 'completed',
    conclusion: (body['conclusion'] as string | undefined) ?? before.conclusion,
    external: String(body['external_id'] ?? before.external),
    output: output === undefined ? before.output : { ...noOutput, ...output },
  }
}

function view({ id, name, sha, app, status, conclusion, external, output }: CheckRun) {
  return { id, name, head_sha: sha, status, conclusion, external_id: external, output, app: { id: app } }
}
