import { createHash } from 'node:crypto'
import { addCommit } from './commits.ts'
import { found, Raw, Refused, type Route } from './handler.ts'
import type { Commit, State } from './state.ts'

/** Branches, commits and files as REST shows them; what git itself would tell, without git. */
export const gitRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '',
    answer: ({ state }) => ({ full_name: state.repository, default_branch: 'main' }),
  },
  {
    method: 'GET',
    path: '/git/ref/:ref',
    needs: ['contents'],
    answer({ state, path }) {
      const name = String(path['ref']).replace(/^heads\//, '')
      return refView(name, found(state.branches.get(name)))
    },
  },
  {
    method: 'POST',
    path: '/git/refs',
    needs: ['contents'],
    status: 201,
    answer({ state, body }) {
      const name = String(body['ref']).replace(/^refs\/heads\//, '')
      if (state.branches.has(name)) throw new Refused(422, 'Reference already exists')
      const sha = String(body['sha'])
      if (!state.commits.has(sha)) throw new Refused(422, 'Object does not exist')
      state.branches.set(name, sha)
      return refView(name, sha)
    },
  },
  {
    method: 'POST',
    path: '/git/trees',
    needs: ['contents'],
    status: 201,
    answer({ state, body }) {
      const entries = body['tree'] as readonly { readonly path: string; readonly content: string }[]
      const files = Object.fromEntries(entries.map(({ path, content }) => [path, content]))
      const sha = createHash('sha1').update(JSON.stringify(files)).digest('hex')
      state.trees.set(sha, files)
      return { sha }
    },
  },
  {
    method: 'POST',
    path: '/git/commits',
    needs: ['contents'],
    status: 201,
    answer({ state, who, body }) {
      const files = found(state.trees.get(String(body['tree'])))
      const message = String(body['message'])
      const parents = (body['parents'] ?? []) as readonly string[]
      const { sha } = addCommit(state, { message, parents, files, author: who.login })
      return { sha, message }
    },
  },
  {
    method: 'GET',
    path: '/contents/:path',
    needs: ['contents'],
    answer({ state, path, query }) {
      const files = found(commitAt(state, query.get('ref') ?? 'main')).files
      return new Raw(found(files[String(path['path'])]))
    },
  },
  {
    method: 'GET',
    path: '/commits',
    needs: ['contents'],
    answer({ state, query }) {
      return [...ancestors(state, found(commitAt(state, query.get('sha') ?? 'main')))].map(
        ({ sha, message, parents }) => ({
          sha,
          commit: { message },
          parents: parents.map((parent) => ({ sha: parent })),
        }),
      )
    },
  },
  {
    method: 'GET',
    path: '/compare/:basehead',
    needs: ['contents'],
    answer({ state, path }) {
      const [base = '', head = ''] = String(path['basehead']).split('...')
      const [from, to] = [found(commitAt(state, base)), found(commitAt(state, head))]
      // The comparison is with the commit where the two parted.
      const theirs = new Set([...ancestors(state, from)].map(({ sha }) => sha))
      const parted = [...ancestors(state, to)].find(({ sha }) => theirs.has(sha))
      if (parted === undefined) throw new Refused(404, `No common ancestor between ${base} and ${head}.`)
      const names = [...new Set([...Object.keys(parted.files), ...Object.keys(to.files)])]
      const files = names
        .filter((name) => parted.files[name] !== to.files[name])
        .map((filename) => ({
          filename,
          status:
            to.files[filename] === undefined ? 'removed' : parted.files[filename] === undefined ? 'added' : 'modified',
        }))
      return { merge_base_commit: { sha: parted.sha }, files: files.slice(0, 300) }
    },
  },
]

const refView = (name: string, sha: string) => ({ ref: `refs/heads/${name}`, object: { type: 'commit', sha } })

function commitAt({ commits, branches }: State, name: string): Commit | undefined {
  return commits.get(name) ?? commits.get(branches.get(name) ?? '')
}

/** A commit and everything it came from, the newest first. */
function* ancestors({ commits }: State, from: Commit): Iterable<Commit> {
  const seen = new Set<string>()
  const next = [from]
  for (let commit = next.shift(); commit !== undefined; commit = next.shift()) {
    if (seen.has(commit.sha)) continue
    seen.add(commit.sha)
    yield commit
    next.push(...commit.parents.flatMap((parent) => commits.get(parent) ?? []))
  }
}
