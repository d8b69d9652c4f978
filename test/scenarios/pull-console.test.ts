import { afterAll, expect, onTestFinished, test } from 'vitest'
import { type Company, startCompany } from '../support/company.ts'
import { type FileTree, readFiles, removeTemporaryFolders } from '../support/files.ts'
import { pulled } from '../support/pulled.ts'

/** What the property of pulls found once, each as an example. */

afterAll(removeTemporaryFolders)

const settings = { 'rollbook.yaml': 'version: 1\ncorp: dingcorp0001\nlanguage: en\n' }

async function applied(files: FileTree): Promise<Company> {
  const company = await startCompany({ files: { ...settings, ...files } })
  onTestFinished(company.close)
  expect((await company.apply()).end).toBe('done')
  return company
}

test('a role that was founded in a group whose name begins with # is taken in', async () => {
  const company = await applied({ 'roles/组.yaml': 'group: "#1 组"\nroles: [{name: 会计}]\n' })
  const groupId = company.emulator.snapshot().groups.find(({ name }) => name === '#1 组')?.id ?? 0
  company.emulator.console('createRole', { groupId, roleName: '出纳' })
  const report = await pulled(company, { adopt: true })
  expect(report.notTaken).toEqual([])
  expect((await readFiles(company.folder))['roles/组.yaml']).toContain('出纳')
})
