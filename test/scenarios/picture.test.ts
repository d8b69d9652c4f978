import { cp, readFile, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { renderComment } from '../../src/render/comment.ts'
import { renderPlan } from '../../src/render/text.ts'
import { type Company, startCompany } from '../support/company.ts'
import { temporaryFolder } from '../support/files.ts'
import { pictureOf } from '../support/picture.ts'

/** The pictures of the README, drawn from a real plan: the example company on an ordinary day. */

let company: Company
beforeAll(async () => {
  const folder = await temporaryFolder()
  await cp(join(import.meta.dirname, '../../directory'), folder, { recursive: true })
  company = await startCompany({ folder })
  expect((await company.apply()).end).toBe('done')
  await ordinaryDay(folder)
})
afterAll(async () => company.close())

/** Somebody joins, somebody moves and takes over a department, a title changes, a department gets another name. */
async function ordinaryDay(folder: string): Promise<void> {
  const edit = async (file: string, change: (text: string) => string) => {
    const path = join(folder, file)
    const before = await readFile(path, 'utf8')
    const after = change(before)
    expect(after).not.toBe(before)
    await writeFile(path, after)
  }
  const network = 'departments/研发中心/平台部/网络组/people.yaml'
  await edit(network, (text) => text.replace('title: 工程师', 'title: 高级工程师'))
  await edit(
    network,
    (text) =>
      `${text}\n- userid: zhouyi\n  name: 周怡\n  mobile: "+86-10000000199"\n  title: 实习生\n  manager_userid: xuliqun\n`,
  )
  await rename(
    join(folder, 'departments/研发中心/平台部/qinxiangyang.yaml'),
    join(folder, 'departments/研发中心/质量部/qinxiangyang.yaml'),
  )
  await edit('departments/研发中心/质量部/department.yaml', (text) =>
    text.replace('managers: [sunliguo]', 'managers: [qinxiangyang]'),
  )
  await edit('roles/岗位.yaml', (text) =>
    text.replace('members: [songmingyuan, tangwanqing]', 'members: [songmingyuan]'),
  )
  await rename(join(folder, 'departments/市场销售部'), join(folder, 'departments/市场与销售中心'))
  await edit('departments/市场与销售中心/people.yaml', (text) => text.replaceAll('市场销售部/', '市场与销售中心/'))
}

test.each(['zh', 'en'] as const)('the picture of a plan in %s is the one in the README', async (language) => {
  const { plan } = await company.plan()
  const text = renderPlan(plan, { language, color: true, width: 118, next: 'rollbook apply' })
  await expect(pictureOf(text, 'rollbook plan')).toMatchFileSnapshot(`../../docs/plan.${language}.svg`)
})

test.each(['zh', 'en'] as const)('the comment in %s is the one in the documentation', async (language) => {
  const { plan } = await company.plan()
  const { text } = renderComment(plan, { language, chart: true, review: true })
  await expect(text).toMatchFileSnapshot(`../../docs/comment.${language}.md`)
})
