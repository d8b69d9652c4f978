import { bodyText, type Call, found, Refused, type Resolver, type Route } from './handler.ts'
import type { Comment, State } from './state.ts'

/** Comments of issues and pull requests. */
export const commentRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/issues/:number/comments',
    needs: ['issues', 'pull_requests'],
    answer: ({ state, path }) =>
      state.comments.filter(({ issue }) => issue === subject(state, path)).map((comment) => view(state, comment)),
  },
  {
    method: 'POST',
    path: '/issues/:number/comments',
    needs: ['issues', 'pull_requests'],
    status: 201,
    answer({ state, who, path, body }) {
      const now = state.now()
      const comment: Comment = {
        id: state.id(),
        issue: subject(state, path),
        author: { login: who.login, type: who.type },
        body: bodyText(body['body']),
        created: now,
        updated: now,
      }
      state.comments.push(comment)
      return view(state, comment)
    },
  },
  {
    method: 'PATCH',
    path: '/issues/comments/:id',
    needs: ['issues', 'pull_requests'],
    answer(call) {
      const changed = comment(call)
      changed.body = bodyText(call.body['body'])
      changed.updated = call.state.now()
      return view(call.state, changed)
    },
  },
  {
    method: 'DELETE',
    path: '/issues/comments/:id',
    needs: ['issues', 'pull_requests'],
    status: 204,
    answer(call) {
      call.state.comments.splice(call.state.comments.indexOf(comment(call)), 1)
    },
  },
]

/** Folding a comment away. */
export const commentResolvers: readonly Resolver[] = [
  {
    field: 'minimizeComment',
    needs: ['issues', 'pull_requests'],
    answer({ state, input }) {
      const comment = state.comments.find(({ id }) => `IC_${id}` === input['subjectId'])
      if (comment === undefined) {
        throw new Refused(404, `Could not resolve to a node with the global id of '${input['subjectId']}'`)
      }
      comment.minimized = String(input['classifier'])
      return { minimizedComment: { isMinimized: true, minimizedReason: comment.minimized.toLowerCase() } }
    },
  },
]

/** An issue or pull request of this number. */
function subject(state: State, path: Call['path']): number {
  const number = Number(path['number'])
  return found([...state.issues, ...state.pulls].find((each) => each.number === number)).number
}

/** The comment of the path, whoever wrote it: with write access GitHub lets a token change those of others too. */
function comment({ state, path }: Call): Comment {
  return found(state.comments.find(({ id }) => String(id) === path['id']))
}

function view(state: State, { id, issue, author, body, created, updated }: Comment) {
  return {
    id,
    node_id: `IC_${id}`,
    html_url: `https://github.com/${state.repository}/pull/${issue}#issuecomment-${id}`,
    user: author,
    body,
    created_at: created,
    updated_at: updated,
  }
}
