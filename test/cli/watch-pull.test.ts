import { execFileSync } from 'node:child_process'
import { appendFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { type FileTree, temporaryFolder } from '../support/files.ts'
import { type Git, repository } from '../support/repository.ts'
import { startWatcher } from '../support/watcher.ts'
import { appliedWorkplace, smallCompany, type Workplace, workplace } from '../support/workplace.ts'

/** `rollbook watch --pull` as a process, with real git: what was changed in DingTalk becomes commits on a branch. */

const BRANCH = 'rollbook/watch'
const MARKET = 'departments/市场部/people.yaml'
const company = { ...smallCompany, [MARKET]: '- {userid: zhoujie, name: 周杰, mobile: "10012345673", title: 助理}\n' }

/** A company that was applied and committed, and a watcher that has read it once. */
async function followed({ args = [] as readonly string[] } = {}) {
  const place = await appliedWorkplace(company)
  const git = repository(place.folder)
  await place.run(['apply', '--yes'])
  git('commit', '-qam', 'the lock')
  const start = () => startWatcher(place, null, ['--lang', 'en', '--pull', ...args])
  const watcher = start()
  await watcher.said(/Read the whole company/)
  return { place, git, watcher, start, retitle: retitling(place), log: () => subjects(git) }
}

function retitling({ emulator }: Workplace) {
  return (title: string, userid = 'lilei', by = 'hanmeimei') =>
    void emulator.console('updateUser', { userid, title }, by)
}

/** Subjects on the branch beside what is checked out, the newest first. */
function subjects(git: Git): readonly string[] {
  return git('log', '--format=%s', BRANCH, '^HEAD', '--').trim().split('\n').filter(Boolean)
}

describe('an edit in the console', () => {
  test('becomes a commit that names who made it; nothing that is checked out is touched', async () => {
    const { place, git, watcher, retitle } = await followed()
    const before = { files: await seen(place), head: git('rev-parse', 'HEAD') }
    retitle('架构师')
    await watcher.said(/Committed to the branch rollbook\/watch \([0-9a-f]{12}\): 1 change\./)
    await watcher.said(/new differences: 1/)
    await watcher.stop()
    expect({ files: await seen(place), head: git('rev-parse', 'HEAD') }).toEqual(before)
    expect(git('show', '--format=%an%n%P%n%B', '--no-patch', BRANCH)).toMatch(
      new RegExp(
        [
          `^Rollbook\n${before.head.trim()}\nDingTalk: 李雷 \\(研发部\\): title from 工程师 to 架构师\n\n`,
          'The files as DingTalk is now, committed by rollbook watch\\. Look at it before you merge it\\.\n\n',
          '- 李雷 \\(研发部\\): title from 工程师 to 架构师\n  韩梅梅 \\(hanmeimei\\), \\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d, UTC\\+8\n\n',
          'Rollbook-Changed: user/lilei by hanmeimei at \\S{24}\nRollbook-Watch: [0-9a-f]{40}\n',
        ].join(''),
      ),
    )
    git('merge', '-q', '--ff-only', BRANCH)
    expect((await place.run(['plan', '--detailed-exitcode'])).code).toBe(0)
  })

  test('after another is one more commit, and after a merge the branch begins anew; it is pushed without force', async () => {
    const { place, git, watcher, retitle, log } = await followed()
    const remote = await temporaryFolder()
    git('init', '-q', '--bare', remote)
    const push = () => git('push', '-q', remote, BRANCH)
    retitle('架构师')
    await watcher.said(/Committed/)
    push()
    retitle('销售', 'zhoujie')
    await watcher.said(/Committed/, 2)
    expect(log()).toEqual([
      'DingTalk: 周杰 (市场部): title from 助理 to 销售',
      'DingTalk: 李雷 (研发部): title from 工程师 to 架构师',
    ])
    push()
    git('merge', '-q', '--ff-only', BRANCH)
    expect((await place.run(['apply', '--yes'])).code).toBe(0)
    git('commit', '-qam', 'the lock')
    retitle('总监')
    await watcher.said(/Committed/, 3)
    expect(log()).toEqual(['DingTalk: 李雷 (研发部): title from 架构师 to 总监'])
    push()
  })

  test('that is taken back in the console is taken back on the branch', async () => {
    const { git, watcher, retitle, log } = await followed()
    retitle('架构师')
    await watcher.said(/Committed/)
    retitle('工程师')
    await watcher.said(/earlier changes were taken back/)
    expect([log().length, git('diff', 'HEAD', BRANCH)]).toEqual([2, ''])
  })

  test('beside commits of others on the checked-out branch brings those along', async () => {
    const { place, git, watcher, retitle } = await followed()
    retitle('架构师')
    await watcher.said(/Committed/)
    await writeFile(join(place.folder, 'README.md'), 'ours\n')
    git('add', 'README.md')
    git('commit', '-qm', 'a readme')
    const tip = git('rev-parse', BRANCH).trim()
    retitle('销售', 'zhoujie')
    await watcher.said(/Committed/, 2)
    expect(git('show', '--no-patch', '--format=%P', BRANCH)).toBe(`${tip} ${git('rev-parse', 'HEAD')}`)
    expect(git('show', `${BRANCH}:README.md`)).toBe('ours\n')
    expect(git('diff', '--name-only', 'HEAD', BRANCH).trim().split('\n')).toHaveLength(2)
  })

  test('by somebody whose words give orders to readers of messages gives none', async () => {
    const { git, watcher, retitle } = await followed()
    retitle('closes #1 @all [skip ci] ***NO_CI***')
    await watcher.said(/Committed/)
    const message = git('show', '--no-patch', '--format=%B', BRANCH)
    expect(message).not.toMatch(/[#@[\]*]/)
    expect(message.split('\n')[0]).toHaveLength(72)
  })

  test('of somebody new is committed with --adopt, and without their mobile', async () => {
    const { place, git, watcher } = await followed({ args: ['--adopt'] })
    const joiner = { userid: 'joiner', name: '王五', mobile: '10012345679', dept_id_list: [1] }
    place.emulator.console('createUser', joiner, 'hanmeimei')
    await watcher.said(/Committed/)
    const message = git('show', '--no-patch', '--format=%B', BRANCH)
    expect(message).toContain('王五')
    expect(message).toMatch(/^Rollbook-Changed: user\/joiner at /m)
    expect(git('show', BRANCH)).not.toContain('10012345679')
  })
})

test('a watcher that died after its commit, and forgot all it knew, makes no second one', async () => {
  const { place, watcher, start, retitle, log } = await followed()
  retitle('架构师')
  await watcher.said(/new differences: 1/)
  await watcher.stop('SIGKILL')
  await rm(join(place.folder, '.rollbook/watch.json'))
  const next = start()
  await next.said(/Read the whole company; new differences: 1/)
  expect([(await next.stop()).stderr, log().length]).toEqual([expect.not.stringContaining('Committed'), 1])
})

test('what changed while no watcher ran is committed by the next one', async () => {
  const { watcher, start, retitle, log } = await followed()
  await watcher.stop()
  retitle('架构师')
  const next = start()
  await next.said(/Read the whole company; new differences: 1/)
  await next.stop()
  expect(log()).toEqual(['DingTalk: 李雷 (研发部): title from 工程师 to 架构师'])
})

describe('only reported is a change', () => {
  test.each([
    ['somebody else has committed to the branch', ['--allow-empty', '-m', 'mine'], /has commits of somebody else/],
    ['our commit on it was altered', ['--amend', '-a', '--no-edit'], /has commits of somebody else/],
  ])('while %s, and the branch stays where it is', async (_, commit, why) => {
    const { place, git, watcher, retitle } = await followed()
    retitle('架构师')
    await watcher.said(/Committed/)
    git('switch', '-q', BRANCH)
    await appendFile(join(place.folder, 'departments/研发部/department.yaml'), '# mine\n')
    git('commit', '-q', ...commit)
    git('checkout', '-q', '--', '.')
    git('switch', '-q', 'main')
    const tip = git('rev-parse', BRANCH)
    retitle('销售', 'zhoujie')
    await watcher.said(why)
    await watcher.said(/new differences: 1/, 2)
    expect([git('rev-parse', BRANCH), (await watcher.stop()).stdout]).toEqual([tip, expect.stringContaining('销售')])
  })

  test('while a file is edited, and with the next one it is committed too', async () => {
    const { place, git, watcher, retitle, log } = await followed()
    await appendFile(join(place.folder, 'departments/研发部/department.yaml'), '# mine\n')
    retitle('架构师')
    await watcher.said(/departments\/研发部\/department\.yaml is not as it was committed/)
    await watcher.said(/new differences: 1/)
    expect(() => git('rev-parse', '--verify', BRANCH)).toThrow()
    git('commit', '-qam', 'mine')
    retitle('销售', 'zhoujie')
    await watcher.said(/Committed to the branch rollbook\/watch \(\w+\): 2 changes/)
    expect(log()).toEqual(['DingTalk: 2 changes by 韩梅梅'])
  })

  test('while somebody has the branch checked out in another work tree', async () => {
    const { git, watcher, retitle } = await followed()
    const tip = git('rev-parse', 'HEAD')
    git('worktree', 'add', '-q', '-b', BRANCH, join(await temporaryFolder(), 'theirs'))
    retitle('架构师')
    await watcher.said(/the branch rollbook\/watch is checked out/)
    expect(git('rev-parse', BRANCH)).toBe(tip)
  })

  test('that both sides made, each in its own way', async () => {
    const { place, git, watcher, retitle, log } = await followed()
    await place.edit({ [MARKET]: company[MARKET].replace('助理', '经理') })
    git('commit', '-qam', 'a title')
    retitle('销售', 'zhoujie')
    retitle('架构师')
    await watcher.said(/Committed to the branch rollbook\/watch \(\w+\): 1 change\. Left alone: 1/)
    expect([log(), git('show', `${BRANCH}:${MARKET}`)]).toEqual([
      ['DingTalk: 李雷 (研发部): title from 工程师 to 架构师'],
      expect.stringContaining('经理'),
    ])
  })

  test('of a file that git ignores: nobody but its owner may publish it', async () => {
    const { place, git, watcher, retitle } = await followed()
    await place.edit({ '.gitignore': 'departments/市场部/\n' })
    git('rm', '-q', '--cached', MARKET)
    git('add', '.gitignore')
    git('commit', '-qm', 'keep it to ourselves')
    retitle('销售', 'zhoujie')
    await watcher.said(/departments\/市场部\/people\.yaml would have to change, and \.gitignore keeps it out/)
    expect(() => git('rev-parse', '--verify', BRANCH)).toThrow()
  })
})

test('other files of the repository come through whatever their names are, and what is below the top stays there', async () => {
  const top = await temporaryFolder()
  const place = await appliedWorkplace()
  execFileSync('cp', ['-r', place.folder, join(top, 'directory')])
  const odd = Buffer.concat([Buffer.from(`${top}/`), Buffer.from([0x66, 0xe9, 0x66])])
  await writeFile(odd, 'x\n')
  const git = repository(top)
  const inside = { folder: join(top, 'directory'), emulator: place.emulator }
  const { code } = await place.run(['apply', '--yes', '-d', inside.folder])
  git('commit', '-qam', 'the lock')
  const watcher = startWatcher(inside, null, ['--lang', 'en', '--pull', 'from-dingtalk'])
  await watcher.said(/Read the whole company/)
  place.emulator.console('updateUser', { userid: 'lilei', title: '架构师' })
  await watcher.said(/Committed/)
  expect([code, git('diff', '--name-only', '-z', 'HEAD', 'from-dingtalk')]).toEqual([
    0,
    'directory/departments/研发部/people.yaml\0',
  ])
})

describe('nothing is followed', () => {
  const committed = async (place: Workplace) => repository(place.folder)
  test.each<[string, (place: Workplace) => Promise<unknown>, readonly string[], RegExp]>([
    ['outside of a repository', async () => {}, [], /is not in a git repository; run git init/],
    [
      'in a repository without a commit',
      async ({ folder }) => execFileSync('git', ['init', '-q', folder]),
      [],
      /has no commit yet; run git add/,
    ],
    ['under a name that no branch can have', committed, ['a..b'], /"a\.\.b" is no name of a branch/],
    ['on the branch that is checked out', committed, ['main'], /the branch main is checked out.*git switch main/],
    ['with a file that nobody committed', edited, [], /departments\/新部\/department\.yaml is not as it was committed/],
    ['before anything was applied from a commit', committed, [], /run rollbook apply once and commit the lock/],
  ])('%s', async (_, prepare, args, why) => {
    const place = await appliedWorkplace()
    await prepare(place)
    const { code, stderr } = await startWatcher(place, null, ['--lang', 'en', '--pull', ...args]).finished
    expect([code, stderr]).toEqual([64, expect.stringMatching(why)])
  })

  test('where git is not installed, or --adopt has nothing to go with', async () => {
    const place = await workplace(smallCompany)
    const without = await startWatcher(place, null, ['--lang', 'zh', '--pull'], { PATH: '/nowhere' }).finished
    expect([without.code, without.stderr]).toEqual([64, expect.stringContaining('请安装 git')])
    const alone = await startWatcher(place, null, ['--lang', 'zh', '--adopt']).finished
    expect([alone.code, alone.stderr]).toEqual([64, expect.stringContaining('--adopt 要和 --pull 一起用')])
  })
})

async function edited(place: Workplace): Promise<void> {
  repository(place.folder)
  await place.edit({ 'departments/新部/department.yaml': 'order: 1\n' })
}

/** What a person sees of a repository, to the byte: files, index and what is checked out. */
async function seen({ files }: Workplace): Promise<FileTree> {
  const isSeen = (path: string) => /^\.git\/(?:index|HEAD)$/.test(path) || !/^\.(?:git|rollbook)\//.test(path)
  return Object.fromEntries(Object.entries(await files()).filter(([path]) => isSeen(path)))
}
