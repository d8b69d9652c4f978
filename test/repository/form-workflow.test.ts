import { execFileSync, spawnSync } from 'node:child_process'
import { chmodSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { parse } from 'yaml'
import { type FormName, forms } from '../../src/core/form.ts'
import { templateFiles } from '../../src/io/templates.ts'
import { readFiles, removeTemporaryFolders, temporaryFolder } from '../support/files.ts'

/** The shell of the workflow that turns a form into a pull request: run as the runner does, with a git of its own. */

const root = join(import.meta.dirname, '../..')
const blanks = { DIRECTORY: 'directory', ACTIONS: 'example-org/rollbook', SHA: 'a'.repeat(40), LANGUAGE: 'zh' } as const
const workflow = parse(templateFiles(blanks).get('.github/workflows/form.yml') ?? '')
const steps: readonly { if?: string; id?: string; run?: string }[] = workflow.jobs.form.steps
afterAll(removeTemporaryFolders)

/** What an issue comes to: calls of gh, one a line, and the files of the branch that was pushed. */
async function handled(body: string) {
  const folder = await temporaryFolder({
    'book/directory/departments/研发部/people.yaml': '- userid: lilei\n- userid: hanmeimei\n',
    'book/directory/departments/市场部/department.yaml': 'name: 市场部\n',
    'event.json': JSON.stringify({ issue: { number: 12, body } }),
    // Lists no pull request, and has no drafts.
    'bin/gh': `#!/bin/bash\necho "$*" >> "$CALLS"\ncase "$*" in *--draft*) exit 1;; esac\n`,
    'calls.txt': '',
    'outputs.txt': '',
  })
  chmodSync(join(folder, 'bin/gh'), 0o755)
  const git = (...args: string[]) => execFileSync('git', ['-C', join(folder, 'book'), ...args], { encoding: 'utf8' })
  execFileSync('git', ['init', '-q', '--bare', join(folder, 'remote.git')])
  git('init', '-q', '-b', 'main')
  git('add', '.')
  git('-c', 'user.name=x', '-c', 'user.email=x@example.com', 'commit', '-q', '-m', 'first')
  let made: string | undefined
  for (const { if: condition, run } of steps.filter(({ run }) => run !== undefined && !run.startsWith('npm'))) {
    const wanted = /made == '(.*)'/.exec(condition ?? '')?.[1]
    if (wanted !== undefined && wanted !== made) continue
    const { status, stderr } = spawnSync('bash', ['-e', '-c', run ?? ''], {
      cwd: join(folder, 'book'),
      encoding: 'utf8',
      env: {
        PATH: `${join(folder, 'bin')}:${process.env['PATH']}`,
        HOME: folder,
        CALLS: join(folder, 'calls.txt'),
        DIRECTORY: 'directory',
        ISSUE: '12',
        BRANCH: 'form/12',
        PROGRAM: root,
        RUNNER_TEMP: folder,
        GH_TOKEN: 'token',
        GITHUB_OUTPUT: join(folder, 'outputs.txt'),
        GITHUB_EVENT_PATH: join(folder, 'event.json'),
        GITHUB_SERVER_URL: 'https://github.com',
        GITHUB_REPOSITORY: 'octo-org/book',
        GITHUB_REF_NAME: 'main',
        GIT_CONFIG_COUNT: '1',
        GIT_CONFIG_KEY_0: `url.file://${folder}/remote.git.insteadOf`,
        GIT_CONFIG_VALUE_0: 'https://x-access-token:token@github.com/octo-org/book.git',
      },
    })
    if (status !== 0) throw new Error(stderr)
    made = /made=(.*)/.exec(await readFile(join(folder, 'outputs.txt'), 'utf8'))?.[1]
  }
  const pushed = execFileSync(
    'git',
    ['-C', join(folder, 'remote.git'), 'branch', '--list', '--format=%(refname:short)'],
    {
      encoding: 'utf8',
    },
  ).trim()
  return {
    calls: (await readFile(join(folder, 'calls.txt'), 'utf8')).trim().split('\n').filter(Boolean),
    pushed,
    changed:
      pushed === ''
        ? []
        : git('-c', 'core.quotePath=false', 'diff', '--name-only', 'main', 'form/12').trim().split('\n'),
    files: await readFiles(join(folder, 'form')).catch(() => ({}) as Record<string, string>),
  }
}
const bodyOf = (name: FormName, values: { readonly [id: string]: string }) =>
  forms[name].map(({ id, label }) => `### ${label}\n\n${values[id] ?? '_No response_'}`).join('\n\n')

test('a form becomes a branch and a pull request that closes the issue, as a draft or, without drafts, without', async () => {
  const { calls, pushed, changed, files } = await handled(bodyOf('mover', { userid: 'lilei', department: '市场部' }))
  expect(pushed).toBe('form/12')
  expect(changed.sort()).toEqual([
    'directory/departments/市场部/people.yaml',
    'directory/departments/研发部/people.yaml',
  ])
  expect(calls.map((call) => call.split(' ').slice(0, 2).join(' '))).toEqual(['pr list', 'pr create', 'pr create'])
  expect(calls[1]).toContain('--head form/12 --base main --title 调动 · somebody moves')
  expect([calls[1]?.endsWith('--draft'), calls[2]?.endsWith('--draft')]).toEqual([true, false])
  expect(files['body.md']).toContain('Closes #12')
})

test('a form that is refused becomes an answer, and no branch', async () => {
  const { calls, pushed } = await handled(bodyOf('leaver', { userid: '$(touch x)' }))
  expect(pushed).toBe('')
  expect(calls).toEqual([expect.stringMatching(/^issue comment 12 --repo octo-org\/book --body-file .*answer\.md$/)])
})

test('an issue like any other is left alone', async () => {
  expect(await handled('### Steps\n\nIt does not work: `rm -rf /`')).toMatchObject({ calls: [], pushed: '' })
})
