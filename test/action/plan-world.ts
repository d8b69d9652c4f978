import { afterEach } from 'vitest'
import { removeTemporaryFolders } from '../support/files.ts'
import { workflowIdentity } from '../support/github/server.ts'
import { type Repository, startRepository } from './repository.ts'
import { pullRequest, type Step, type StepOptions, step } from './runner.ts'

/** A pull request that the action previews, and what its tests ask of it. */

const opened: Repository[] = []
afterEach(async () => {
  for (const repository of opened.splice(0)) await repository.close()
  await removeTemporaryFolders()
})

type Changes = { readonly [path: string]: string | null }

export const people = (...lines: readonly string[]) => lines.map((line) => `- {${line}}\n`).join('')
export const zhoujie = 'userid: zhoujie, name: 周杰, mobile: "10012345673"'
const sunli = 'userid: sunli, name: 孙丽, mobile: "10012345674"'
export const market = 'departments/市场部/people.yaml'
export const joiner: Changes = { [market]: people(zhoujie, sunli) }

/** A pull request with these changes, and the action run for it. */
export async function changed(changes: Changes = joiner, { from }: { from?: string } = {}) {
  const repository = await startRepository()
  opened.push(repository)
  const number = repository.open(await repository.push(changes), from)
  const { github } = repository
  const plan = (options: StepOptions = {}) => step(repository, 'plan', pullRequest(repository, number), options)
  return { repository, github, number, plan, bodies: () => github.state.comments.map(({ body }) => body) }
}

export const ofLevel = ({ commands }: Step, level: string) => commands.filter(({ name }) => name === level)

/** Many people who join at once. */
export function crowd(n: number): Changes {
  const lines = Array.from(
    { length: n },
    (_, at) => `userid: new${at}, name: 新人${at}, mobile: "1005555${String(at).padStart(4, '0')}"`,
  )
  return { [market]: people(zhoujie, ...lines) }
}

/** A comment that our token wrote, or somebody else. */
export function own(
  { github: { state } }: Repository,
  issue: number,
  body: string,
  author: object = workflowIdentity,
): number {
  const id = state.id()
  const { login, type } = { ...workflowIdentity, ...author }
  state.comments.push({ id, issue, body, author: { login, type }, created: state.now(), updated: state.now() })
  return id
}
