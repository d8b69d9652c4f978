import { cp, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeEach, expect, test } from 'vitest'
import { form } from '../../src/commands/form.ts'
import { type FormName, forms } from '../../src/core/form.ts'
import { maskText } from '../../src/core/mask-text.ts'
import { renderPlan } from '../../src/render/text.ts'
import { type Company, startCompany } from '../support/company.ts'
import { readFiles, removeTemporaryFolders, temporaryFolder } from '../support/files.ts'
import { pictureOf } from '../support/picture.ts'

/**
 * The pictures of the guide for HR, drawn from what really happens: the example company in the embedded DingTalk, a file
 * before and after, and the preview that comes of it. The edits are those that the issue forms make. Mobiles and mails of
 * the example are masked, for the guide says to write none in clear.
 */

const docs = join(import.meta.dirname, '../../docs')
let company: Company
beforeEach(async () => {
  const folder = await temporaryFolder()
  await cp(join(docs, '../directory'), folder, { recursive: true })
  const settings = join(folder, 'rollbook.yaml')
  await writeFile(settings, (await readFile(settings, 'utf8')).replace('users: plan-only', 'users: enabled'))
  company = await startCompany({ folder })
  expect((await company.apply()).end).toBe('done')
  return async () => company.close()
})
afterAll(removeTemporaryFolders)

const tasks: readonly (readonly [FormName, { readonly [id: string]: string }])[] = [
  [
    'joiner',
    { userid: 'zhouyi', name: '周怡', department: '研发中心/平台部/网络组', title: '工程师', hired_date: '2026-12-01' },
  ],
  ['mover', { userid: 'qinxiangyang', department: '研发中心/平台部/网络组' }],
  ['leaver', { userid: 'qinxiangyang' }],
]

test.each(tasks)('the pictures of the guide for a %s are what really happens', async (name, values) => {
  const before = await readFiles(company.folder)
  const event = join(await temporaryFolder(), 'event.json')
  const body = forms[name].map(({ id, label }) => `### ${label}\n\n${values[id] ?? '_No response_'}`).join('\n\n')
  await writeFile(event, JSON.stringify({ issue: { number: 1, body } }))
  const { changed } = await form({ directory: company.folder, event })
  const after = await readFiles(company.folder)
  const pages = changed.map((path) => page(path, before[path], after[path]))
  await expect(pictureOf(maskText(pages.join('\n\n')), 'Files changed')).toMatchFileSnapshot(
    join(docs, `hr/${name}-file.svg`),
  )
  if (name === 'joiner') await addMobile(changed[0] ?? '')
  const { plan } = await company.plan()
  expect(plan.refusals).toEqual([])
  for (const language of ['zh', 'en'] as const) {
    const text = renderPlan(plan, { language, color: true, width: 100 })
    const title = language === 'zh' ? '变更预览' : 'preview'
    await expect(pictureOf(text, title)).toMatchFileSnapshot(join(docs, `hr/${name}-preview.${language}.svg`))
  }
})

/** What IT does before the merge: without a mobile there is nobody to invite. */
async function addMobile(path: string): Promise<void> {
  const file = join(company.folder, path)
  await writeFile(file, `${await readFile(file, 'utf8')}  mobile: "+86-10000000199"\n`)
}

/** A file as a page of changes shows it: its name, the lines above the change, what goes in red and what comes in green. */
function page(path: string, before = '', after = ''): string {
  const [old, next] = [before, after].map((text) => (text === '' ? [] : text.trimEnd().split('\n'))) as [
    string[],
    string[],
  ]
  const shorter = Math.min(old.length, next.length)
  const same = [...Array(shorter).keys(), shorter].find((at) => at === shorter || old[at] !== next[at]) ?? 0
  const above = next.slice(Math.max(0, same - 4), same).map((line) => `  ${line}`)
  const left = old.slice(same).map((line) => `\u001b[31m- ${line}\u001b[39m`)
  const come = next.slice(same).map((line) => `\u001b[32m+ ${line}\u001b[39m`)
  return [`\u001b[1mdirectory/${path}\u001b[22m`, ...above, ...left, ...come].join('\n')
}
