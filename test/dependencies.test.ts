import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

/** What we run of others: how much of it, whether it is what we saw, and whether it runs before anybody asked it to. */

interface Package {
  readonly dev?: boolean
  readonly integrity?: string
  readonly hasInstallScript?: boolean
  readonly link?: boolean
}

const root = join(import.meta.dirname, '..')
const read = (path: string) => readFileSync(join(root, path), 'utf8')
const manifest = JSON.parse(read('package.json')) as {
  dependencies: Record<string, string>
  scripts: Record<string, string>
}
const locked = Object.entries((JSON.parse(read('package-lock.json')) as { packages: Record<string, Package> }).packages)
const packages = locked.filter(([path]) => path !== '')

test('at run time there are at most twelve packages of others', () => {
  expect(Object.keys(manifest.dependencies).length).toBeLessThanOrEqual(12)
})

test('nothing that is needed at run time runs a script when it is installed, and neither do we', () => {
  expect(packages.filter(([, { dev, hasInstallScript }]) => !dev && hasInstallScript)).toEqual([])
  expect(Object.keys(manifest.scripts).filter((name) => /^(pre|post)?(install|prepare)$/.test(name))).toEqual([])
})

test('the lockfile knows the digest of every package', () => {
  expect(packages.length).toBeGreaterThan(20)
  expect(packages.filter(([, { integrity }]) => !integrity?.startsWith('sha512-'))).toEqual([])
})

test('a workflow runs actions of a commit, not of a name that may move, and asks for no secret', () => {
  const texts = readdirSync(join(root, '.github/workflows')).map((name) => read(`.github/workflows/${name}`))
  const used = texts.flatMap((text) => [...text.matchAll(/uses: *(\S+)/g)].map(([, name = '']) => name))
  expect(used.length).toBeGreaterThan(0)
  expect(used.filter((name) => !/@[0-9a-f]{40}$/.test(name) && !name.startsWith('./'))).toEqual([])
  expect(texts.filter((text) => /\bsecrets\.|pull_request_target/.test(text))).toEqual([])
})
