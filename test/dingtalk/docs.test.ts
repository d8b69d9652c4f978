import { expect, test } from 'vitest'
import { listOperations, type OperationLine, operationNamed } from '../../src/commands/api.ts'

const titles: { readonly [area: string]: string } = {
  auth: 'Tokens and permissions',
  users: 'People',
  departments: 'Departments',
  roles: 'Roles',
  'external-contacts': 'External contacts',
  hrm: 'Smart HR',
  attendance: 'Attendance',
  industry: 'Industry contacts',
  organisations: 'Organisations of a group',
  organization: 'The organisation itself',
  events: 'Events',
  'executive-mode': 'Executive mode',
  visibility: 'Visibility',
  'enterprise-accounts': 'Enterprise accounts',
  'id-migration': 'Migrated ids',
  'id-translation': 'Translated ids',
  'upstream-downstream': 'Upstream, downstream, trunk and branch',
  'sdk-only': 'Known from the official SDK only',
  usage: 'Usage',
  'v1-deprecated': 'First generation',
}

test('docs/api.md lists every operation of the contract', async () => {
  await expect(page(listOperations())).toMatchFileSnapshot('../../docs/api.md')
})

function page(lines: readonly OperationLine[]): string {
  const areas = Object.keys(titles)
  const unknown = lines.filter(({ area }) => !areas.includes(area))
  expect(unknown).toEqual([])
  return `${head(lines.length)}\n${areas.map((area) => section(area, lines)).join('\n')}`
}

function head(count: number): string {
  return `# Every call that rollbook can make

<!-- Written by test/dingtalk/docs.test.ts from schema/dingtalk/*.openapi.yaml; do not edit. -->

Rollbook knows ${count} operations of DingTalk's server API. \`plan\` and \`apply\` use a few of them; all can be reached by name:

    rollbook api                                   list them
    rollbook api getUser --describe                fields, limits, error codes, permission of one
    rollbook api getUser userid=lilei              call it
    rollbook api listUsers dept_id=1 --all         call it for all its pages
    rollbook api createDepartment name=研发部 parent_id=1

- An argument is \`key=value\`. A list takes commas (\`dept_id_list=1,42\`) or JSON, an object takes JSON
  (\`extension='{"花名":"雷雷"}'\`), a body that is itself a list is \`$body=…\`. Arguments are checked against the contract before
  anything is sent, and all problems are named at once.
- Whatever is not a plain read asks first, or needs \`--yes\`. Such a call goes past plan, guard and lock: the next \`plan\` shows
  what it changed.
- Mobile numbers, mail addresses and secrets are masked in the answer.
- \`getContactUser\` refuses the token of an app: put the token of a person who signed in into \`DINGTALK_USER_TOKEN\`.

*Metered*: counts towards the monthly quota of the company (*?*: not stated by DingTalk). *Permission*: any one of them is enough.
*Confidence*: *high* where an official page or SDK class describes the call, *medium* with one weaker source or a contradiction,
*low* with a name or a report only. Nothing here was tried against a live company.
`
}

function section(area: string, lines: readonly OperationLine[]): string {
  const rows = lines
    .filter((line) => line.area === area)
    .map((line) => {
      const { tokenKind } = operationNamed(line.id)
      const instead = line.replacedBy ? `; use \`${line.replacedBy}\` instead` : ''
      const person = tokenKind === 'user' ? "; needs a person's token" : ''
      const permission =
        line.permissions.map((scope) => (scope === 'unknown' ? '?' : `\`${scope}\``)).join(', ') || 'none'
      const metered = line.metered === 'unknown' ? '?' : line.metered ? 'yes' : 'no'
      return [
        `\`${line.id}\``,
        `${line.summary}${instead}${person}`,
        line.effect,
        metered,
        permission,
        line.confidence,
        line.overviewRows.join('; '),
      ]
    })
  const table = [
    ['Operation', 'What it does', 'Effect', 'Metered', 'Permission', 'Confidence', 'API of the product overview'],
    ['---', '---', '---', '---', '---', '---', '---'],
    ...rows,
  ]
  const text = table.map((row) => `| ${row.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`).join('\n')
  return `## ${titles[area]}\n\n${text}\n`
}
