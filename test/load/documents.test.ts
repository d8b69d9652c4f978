import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Ajv } from 'ajv'
import { expect, test } from 'vitest'
import { validate } from '../../src/commands/validate.ts'
import type { Change, Outcome, Plan } from '../../src/core/model.ts'
import { Personal } from '../../src/core/personal.ts'
import { planJson, problemsJson, resultJson } from '../../src/render/json.ts'

/** What machines get is what the published schemas describe, with every field that may be there. */

const root = join(import.meta.dirname, '../..')

function errors(name: string, text: string) {
  const schema = JSON.parse(readFileSync(join(root, `schema/${name}.schema.json`), 'utf8'))
  const check = new Ajv({ allowUnionTypes: true }).compile(schema)
  return check(JSON.parse(text)) ? [] : check.errors
}

const change: Change = {
  action: 'update',
  ref: { kind: 'user', key: 'lilei' },
  patch: [{ op: 'replace', path: '/user/lilei/email', value: new Personal('lilei@example.com') }],
  place: { file: 'departments/lilei.yaml', line: 1, column: 1 },
  needs: [],
  inferred: '…',
  departs: true,
  reappears: 'lilei2',
  temporary: true,
}

const plan: Plan = {
  corp: null,
  hash: `sha256:${'0'.repeat(64)}`,
  refresh: 'full',
  complete: false,
  reading: {
    gaps: [{ code: 'scope', message: '…', refs: [{ kind: 'department', key: '研发部' }] }],
    proof: {
      scope: 'part',
      departments: 1,
      levels: 1,
      pages: 1,
      people: 2,
      headCount: null,
      gone: [{ kind: 'user', key: 'lilei' }],
    },
  },
  changes: [
    change,
    {
      action: 'delete',
      ref: { kind: 'role', key: '岗位/会计' },
      patch: [{ op: 'remove', path: '/role/x' }],
      needs: [0],
    },
  ],
  adopted: [{ ref: { kind: 'department', key: '研发部' }, id: '2', formerly: '技术部' }],
  kept: [{ ref: { kind: 'department-settings', key: '研发部' }, field: 'user_permits', members: ['lilei'] }],
  unmanaged: [
    { kind: 'user', key: '#boss', name: '陈总' },
    { kind: 'department', key: '#9' },
  ],
  left: [{ kind: 'role-group', key: '岗位' }],
  approved: [
    { code: 'protected-identity', case: 'renamed', message: '…', hint: '…', refs: [], entry: '…', base: true },
  ],
  approvals: [
    { file: '…', state: 'applied', code: 'protected', refs: [], expires: '2026-12-01' },
    { file: '…', state: 'other-plan', refs: [{ kind: 'role', key: '岗位/会计' }] },
  ],
  approval: { file: '…', plan: '…', expires: '2026-12-01', approves: [] },
  base: '…',
  waiting: [
    { ref: { kind: 'user', key: 'hanmeimei' }, since: '2026-11-21', state: 'invited', named: [change.ref] },
    { ref: { kind: 'user', key: 'lilei' }, since: '2026-11-21', state: 'elsewhere', id: '0163', named: [] },
  ],
  refusals: [
    { code: 'protected', message: '…', hint: '…', refs: [{ kind: 'user', key: 'lilei' }] },
    {
      code: 'limit-exceeded',
      message: '…',
      hint: '…',
      refs: [],
      limit: { name: 'users.remove', amount: 9, most: 3, managed: 20, subtree: '研发部' },
      blocking: [{ kind: 'user', key: '#boss' }],
    },
  ],
  names: {},
}

test('a plan', () => {
  expect(errors('plan', planJson(plan))).toEqual([])
})

test('a result', () => {
  const outcomes: Outcome[] = [
    { status: 'applied', change, id: '1', without: [{ kind: 'user', key: 'hanmeimei' }] },
    { status: 'failed', change, error: new Error('…'), id: '2' },
    { status: 'failed', change, error: new Error('…'), reason: 'moderation' },
    { status: 'skipped', change, because: change.ref },
  ]
  expect(
    errors('result', resultJson({ ...plan, changes: [change, change, change, change] }, outcomes, { language: 'zh' })),
  ).toEqual([])
})

test('problems, with and without counts', async () => {
  const { problems, counts } = await validate({ directory: join(root, 'test/wrong/51-settings-misspelt') })
  expect(problems).not.toEqual([])
  expect(errors('problems', problemsJson(problems, counts))).toEqual([])
  expect(errors('problems', problemsJson(problems))).toEqual([])
})
