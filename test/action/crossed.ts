import { expect } from 'vitest'
import { type Company, companies, directoryOf, type Each, inMatrix, type World } from './companies.ts'

/** What belongs to which company, and that nothing of it is seen where another one is meant. */

/** Words that belong to one company and may be said of no other. */
const words: Each<readonly string[]> = {
  a: ['corps/a', 'dingcorp000a', 'dingapp000a', '仓储部', '李伟', 'liwei', '何青', 'heqing'],
  b: ['corps/b', 'dingcorp000b', 'dingapp000b', '门店部', '赵敏', 'zhaomin', '孙浩', 'sunhao', '法务部'],
  c: ['corps/c', 'dingcorp000c', 'dingapp000c', '客服部', '陈静', 'chenjing', '林娜', 'linna', '王静', 'wangjing'],
}

/** Each company is as its files say, and knows itself alone. */
export async function expectWhole(world: World): Promise<void> {
  const left = await inMatrix(world.left)
  for (const company of companies) {
    const { code, outputs } = left[company]
    expect([company, code, outputs['changes'], outputs['guard']]).toEqual([company, 0, '0', 'passed'])
    expectOwn(world, company)
  }
}

/** Nothing that was said or kept about a company names another one, or shows a mobile or a secret. */
export function expectOwn(world: World, company: Company): void {
  const { state, github, emulators, said, lock } = world
  const about = (text: string) => text.includes(directoryOf(company))
  const sent = github.requests.map(({ body }) => JSON.stringify(body)).filter(about)
  const kept = state.checkRuns.filter(({ name }) => about(name)).map((run) => JSON.stringify(run))
  const all = [...said[company], ...sent, ...kept, lock(company)].join('\n')
  expect(all.length).toBeGreaterThan(1000)
  const others = companies.filter((other) => other !== company).flatMap((other) => words[other])
  expect(others.filter((word) => all.includes(word))).toEqual([])
  // The runner itself has to hear the secret once, to keep it out of its log.
  const unmasked = all.replaceAll(/^::add-mask::.*$/gm, '')
  const secrets = [emulators[company].clientSecret, '10011110', '10022220', '10033330']
  expect(secrets.filter((secret) => unmasked.includes(secret))).toEqual([])
}

/** Every commit of a lock changed that lock, and nothing else in the repository. */
export function lockCommits({ state, filesAt }: World): string[] {
  const commits = [...state.commits.values()].filter(({ message }) => message.startsWith('rollbook: lock of '))
  return commits.map(({ sha, parents: [parent = ''] }) => {
    const [before, after] = [filesAt(parent), filesAt(sha)]
    return Object.keys(after)
      .filter((path) => before[path] !== after[path])
      .join(' ')
  })
}
