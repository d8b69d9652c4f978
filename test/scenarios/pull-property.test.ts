import fc from 'fast-check'
import { afterAll, expect, test } from 'vitest'
import { importCompany } from '../../src/commands/import.ts'
import type { NotTaken } from '../../src/core/pull-report.ts'
import { Client } from '../../src/dingtalk/client.ts'
import { type Company, startCompany } from '../support/company.ts'
import { carryOut, consoleEdits, KEPT, STAYS } from '../support/console-edits.ts'
import { type FileTree, readFiles, removeTemporaryFolders } from '../support/files.ts'
import { pulled } from '../support/pulled.ts'
import { runs } from '../support/runs.ts'
import { build, strangeCompany, strangeText } from '../support/strange-company.ts'

/** Whatever a company is called and whatever is done to it in the console: once that is pulled, nothing differs. */

afterAll(removeTemporaryFolders)

/** A thousand companies take a while on a machine that does other things as well. */
const PATIENCE = 1_800_000

async function imported(company: Company, layout: 'department' | 'person', personal: 'omit' | 'clear') {
  const { oapiUrl, apiUrl, clientId, clientSecret } = company.emulator
  const client = new Client({ oapiUrl, apiUrl, clientId, clientSecret, rate: 10_000 })
  const input = { layout, mobiles: personal, contacts: personal, language: 'en' } as const
  try {
    await importCompany({ ...input, directory: company.folder, client, credential: { clientId, clientSecret } })
  } finally {
    await client.close()
  }
}

/** The entries of all lists, and files of their own, each as its lines; by what they begin with. */
function entriesIn(files: FileTree): string[] {
  return Object.entries(files).flatMap(([path, text]) => {
    if (!path.startsWith('departments/') || path.endsWith('department.yaml')) return []
    return text.startsWith('- ') ? text.split(/\n(?=- )/).map((entry) => entry.trimEnd()) : [text.trimEnd()]
  })
}

/** What files cannot say. */
const UNSAID: readonly NotTaken['why'][] = ['not-allowed', 'mark', 'circle', 'exchanged']
const isUnfit = ({ why }: NotTaken) => UNSAID.includes(why)
const useridIn = (entry: string) => /^(?:- )?userid: (.*)$/m.exec(entry)?.[1] ?? ''

test(
  'any company, any edits in the console: after the pull of all of it the next plan is empty',
  async () => {
    await fc.assert(
      fc.asyncProperty(
        strangeCompany,
        consoleEdits(strangeText),
        fc.constantFrom('department' as const, 'person' as const),
        fc.constantFrom('omit' as const, 'clear' as const),
        async (strange, edits, layout, personal) => {
          const company = await startCompany()
          try {
            const stays = { userid: STAYS, name: '常在', mobile: '10019999999', dept_id_list: [1] }
            company.emulator.console('createUser', stays)
            company.emulator.console('createDepartment', { name: KEPT, parent_id: 1 })
            build(company.emulator, strange)
            await imported(company, layout, personal)
            const before = await readFiles(company.folder)
            carryOut(company.emulator, edits)
            const held = company.emulator.snapshot()
            const report = await pulled(company, { adopt: true })
            const after = await readFiles(company.folder)
            // Files cannot hold what an import leaves out either, nor what stands in that, nor be without what it names.
            const unfit = new Set(report.notTaken.filter(isUnfit).map(({ ref }) => ref.key))
            const isOwed = ({ why }: NotTaken) => why === 'invalid' && unfit.size > 0
            const others = report.notTaken.filter((each) => !isUnfit(each) && !isOwed(each))
            expect(others.filter(({ names }) => !unfit.has(names?.key ?? ''))).toEqual([])
            const { plan } = await company.plan()
            // A department that was founded in the console gets our mark from the next apply.
            const rest = plan.changes.filter(
              ({ patch }) => !patch.every(({ path }) => path.endsWith('/source_identifier')),
            )
            const open = new Set(report.notTaken.map(({ ref }) => `${ref.kind} ${ref.key}`))
            expect(
              rest.filter(({ ref }) => !open.has(`${ref.kind} ${ref.key}`)).map(({ ref, patch }) => ({ ref, patch })),
            ).toEqual([])
            // Whoever was not touched stands there to the letter.
            const touched = new Set(report.taken.map(({ ref }) => ref.key))
            const untouched = entriesIn(before).filter((entry) => !touched.has(useridIn(entry).replaceAll('"', '')))
            const now = new Set(entriesIn(after))
            expect(untouched.filter((entry) => !now.has(entry))).toEqual([])
            expect(company.emulator.snapshot()).toEqual(held)
            expect(after['rollbook.lock.json']).toBe(before['rollbook.lock.json'])
          } finally {
            await company.close()
          }
        },
      ),
      { numRuns: runs(1000, 25) },
    )
  },
  PATIENCE,
)
