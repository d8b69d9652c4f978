import { checkRoutes } from './checks.ts'
import { commentResolvers, commentRoutes } from './comments.ts'
import { commitResolvers } from './commits.ts'
import { gitRoutes } from './git.ts'
import type { Resolver, Route } from './handler.ts'
import { issueRoutes } from './issues.ts'
import { pullRoutes } from './pulls.ts'

/** Everything the fake GitHub can do; another file of handlers is one more line in each list. */
export const routes: readonly Route[] = [...commentRoutes, ...checkRoutes, ...issueRoutes, ...pullRoutes, ...gitRoutes]

export const resolvers: readonly Resolver[] = [
  // A token of an app has a viewer with the mark of a bot in its name, as authors in REST have.
  { field: 'viewer', answer: ({ who }) => ({ login: who.login }) },
  ...commentResolvers,
  ...commitResolvers,
]
