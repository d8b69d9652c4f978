import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { renderHtml } from '../../src/render/html.ts'
import { temporaryFolder } from '../support/files.ts'
import { hostile } from '../support/hostile-text.ts'
import { runs } from '../support/runs.ts'
import { at, change, plan, refusedPlan, richPlan } from './plans.ts'

const chromium = ['/usr/bin/chromium', '/usr/bin/google-chrome'].find((path) => existsSync(path))

/** A plan in which one text stands wherever somebody could write one. */
function named(text: string) {
  return plan({
    changes: [
      change(
        'create',
        'user',
        'u1',
        { after: { name: text, main: 'd1', title: text } },
        at(`departments/${text}.yaml`, 1),
      ),
      change('create', 'department', 'd2', { after: { name: text, parent_id: 'd1' } }),
    ],
    unmanaged: [{ kind: 'user', key: '#9', name: text }],
    names: { user: { u1: text }, department: { d1: text, d2: text }, role: {}, 'role-group': {} },
    around: { parents: { d1: '/' }, jobNumbers: {} },
  })
}

const tags = (html: string) => [...html.matchAll(/<[^>]*>/g)].map(([tag]) => tag)
const link = ({ file }: { file: string }) => `https://example.com/${file}`

describe.each(['zh', 'en', 'both'] as const)('in %s', (language) => {
  test('a plan with everything in it is one page', async () => {
    await expect(renderHtml(richPlan(), { language })).toMatchFileSnapshot(`golden/rich.${language}.html.golden`)
  })

  test('a plan that was stopped is one page', async () => {
    await expect(renderHtml(refusedPlan(), { language })).toMatchFileSnapshot(`golden/refused.${language}.html.golden`)
  })
})

test('whatever the names, the page has the tags of a harmless one, and no script', () => {
  const harmless = tags(renderHtml(named('name'), { language: 'both' }))
  expect(harmless.join('')).not.toMatch(/<script|\son\w+=|<img|<a /)
  fc.assert(
    fc.property(hostile, (text) => {
      expect(tags(renderHtml(named(`name${text}`), { language: 'both' }))).toEqual(harmless)
    }),
    { numRuns: runs(2000, 100) },
  )
})

test('whatever the names, a link leads where it was meant to', () => {
  fc.assert(
    fc.property(hostile, (text) => {
      const html = renderHtml(named(text), { language: 'zh', link })
      for (const [, address] of html.matchAll(/<a href="([^"]*)"/g))
        expect(address).toMatch(/^https:\/\/example\.com\//)
    }),
    { numRuns: runs(2000, 100) },
  )
})

test.skipIf(chromium === undefined)(
  'in a real browser hostile names are text and nothing runs (skipped: no chromium on this machine)',
  async () => {
    const folder = await temporaryFolder()
    const file = join(folder, 'plan.html')
    const attack =
      '</title><script>document.title="run"</script><img src=x onerror="document.body.dataset.run=1">"><svg onload=document.title="run">'
    await writeFile(file, renderHtml(named(attack), { language: 'both', link }))
    const options = ['--headless', '--no-sandbox', '--disable-gpu', `--user-data-dir=${join(folder, 'profile')}`]
    const page = execFileSync(chromium ?? '', [...options, '--dump-dom', pathToFileURL(file).href], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    })
    expect(page).toContain('变更预览')
    expect(page).toContain('document.title')
    expect(page).not.toMatch(/<script|<img|<svg|data-run|<title>run/)
  },
  60_000,
)
