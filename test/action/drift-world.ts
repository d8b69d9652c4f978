import { afterEach } from 'vitest'
import { removeTemporaryFolders } from '../support/files.ts'
import { workflowIdentity } from '../support/github/server.ts'
import type { Issue } from '../support/github/state.ts'
import { smallCompany } from '../support/workplace.ts'
import { type Repository, startRepository } from './repository.ts'
import { type Step, type StepOptions, step, type TestEvent } from './runner.ts'

/** A company whose drift the action looks for, and what its tests ask of it. */

/** Repositories that are closed after the test. */
export const opened: Repository[] = []
afterEach(async () => {
  for (const repository of opened.splice(0)) await repository.close()
  await removeTemporaryFolders()
})

export const market = 'departments/市场部/people.yaml'

export const scheduled = (head: string, name = 'schedule'): TestEvent => ({
  name,
  payload: { schedule: '23 23 * * *' },
  env: { GITHUB_REF: 'refs/heads/main', GITHUB_SHA: head },
})

/** A company that is as its files say, and the action run for what main is at. */
export async function settled(files: { readonly [path: string]: string } = smallCompany) {
  const repository = await startRepository(files)
  opened.push(repository)
  const { emulator, github } = repository
  const { issues, branches } = github.state
  const look = (options: StepOptions = {}, event = scheduled(branches.get('main') ?? '')) =>
    step(repository, 'drift', event, options)
  /** Somebody gives 李雷 another title in the console. */
  const retitle = (title: string) => void emulator.console('updateUser', { userid: 'lilei', title })
  return { repository, emulator, github, issues, look, retitle }
}

/** An issue that our token wrote, or somebody else. */
export function put({ github: { state } }: Repository, body: string, more: Partial<Issue> = {}): Issue {
  const { login, type } = workflowIdentity
  const number = Math.max(100, ...state.issues.map((issue) => issue.number)) + 1
  const issue: Issue = { number, author: { login, type }, title: 'other', body, state: 'open', labels: [], ...more }
  state.issues.push(issue)
  return issue
}

export const sentence = ({ commands }: Step) => commands.filter(({ name }) => name === 'error').at(-1)?.text ?? ''
export const numbersOf = (issues: readonly Issue[]) => issues.map(({ number, state }) => [number, state])
