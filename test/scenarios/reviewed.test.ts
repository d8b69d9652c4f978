import { writeFile } from 'node:fs/promises'
import { describe, expect, test } from 'vitest'
import type { Change } from '../../src/core/model.ts'
import { DIGEST, type Reviewed, reviewOf } from '../../src/core/reviewed.ts'
import { Client } from '../../src/dingtalk/client.ts'
import type { Company } from '../support/company.ts'
import { founding, isWell, lockOf, result, stages, start, undisturbed, writesIn } from '../support/disturbed.ts'
import { keeper } from '../support/sealed.ts'

/** What was reviewed is what is applied: the whole, or what is left of it, and never anything else. */

const review = async (company: Company): Promise<Reviewed> => reviewOf((await company.plan()).closed)

/** Works in DingTalk as somebody at its console does. */
async function atTheConsole({ emulator }: Company, work: (client: Client) => Promise<unknown>): Promise<void> {
  const { oapiUrl, apiUrl, clientId, clientSecret } = emulator
  const client = new Client({ oapiUrl, apiUrl, clientId, clientSecret, rate: 10_000 })
  await work(client).finally(() => client.close())
}

describe.each(['founding', 'later'] as const)('of "%s"', (stage) => {
  test('the whole plan is applied under its review, and under that of more', async () => {
    const company = await stages[stage]()
    const shown = await review(company)
    const more = { hash: `sha256:${'0'.repeat(64)}`, operations: shown.operations }
    expect((await company.apply({ reviewed: [more] })).end).toBe('done')
  })

  test('whatever write goes wrong, what is left needs no other review', async () => {
    const expected = await undisturbed(stage)
    const wrong: object[] = []
    for (const [index, write] of expected.writes.entries()) {
      const company = await stages[stage]()
      const reviewed = [await review(company)]
      const fault = index % 2 === 0 ? ({ drop: 'after' } as const) : ({ refuse: { errcode: -1 } } as const)
      company.emulator.inject({ match: { effect: 'write', nth: index + 1 }, do: fault })
      const ends: string[] = []
      while (ends.length < 3 && ends.at(-1) !== 'done') ends.push((await company.apply({ reviewed })).end)
      if (ends.at(-1) !== 'done' || !isWell(await result(company, expected))) wrong.push({ write, ends })
      await company.close()
    }
    expect(wrong).toEqual([])
  })

  test('wherever a run is cut off, also before it could record, what is left needs no other review', async () => {
    const expected = await undisturbed(stage)
    const wrong: object[] = []
    for (let steps = 1; steps < expected.changes.length; steps++) {
      const company = await stages[stage]()
      const reviewed = [await review(company)]
      let asked = 0
      await company.apply({ reviewed, stopped: () => asked++ === steps })
      const { end, extra } = await company.apply({ reviewed })
      if (end !== 'done') wrong.push({ steps, end, extra })
      await company.close()
    }
    expect(wrong).toEqual([])
  })

  test('with nothing of it reviewed, every change is named and nothing is written', async () => {
    const company = await stages[stage]()
    const from = company.emulator.log.length
    const { end, extra = [], plan } = await company.apply({ reviewed: [] })
    const names = new Set(plan.changes.map(({ ref }) => `${ref.kind}/${ref.key}`))
    expect([end, new Set(extra.map(({ kind, key }) => `${kind}/${key}`))]).toEqual(['unreviewed', names])
    expect(writesIn(company.emulator, from)).toEqual([])
  })
})

describe('after a review', () => {
  test('a change at the console that the apply would take back stops it, by name, with nothing written', async () => {
    const company = await stages.later()
    const reviewed = [await review(company)]
    await atTheConsole(company, (client) => client.call('updateUser', { userid: 'wumin', title: '顾问' }))
    await company.edit({
      'departments/品牌部/wumin.yaml': 'userid: wumin\nname: 吴敏\nmobile: "10000000006"\ntitle: 专员\n',
    })
    const from = company.emulator.log.length
    const { end, extra } = await company.apply({ reviewed })
    expect([end, extra]).toEqual(['unreviewed', [{ kind: 'user', key: 'wumin' }]])
    expect(writesIn(company.emulator, from)).toEqual([])
  })

  test('another value of what was reviewed is another operation', async () => {
    const company = await stages.later()
    const reviewed = [await review(company)]
    await company.edit({
      'departments/研发部/people.yaml': [
        '- {userid: lilei, name: 李雷, mobile: "10000000002", title: 总监, manager_userid: boss}',
        '- {userid: hanmeimei, name: 韩梅梅, mobile: "10000000003", email: meimei@example.com, manager_userid: boss}\n',
      ].join('\n'),
    })
    expect(await company.apply({ reviewed })).toMatchObject({
      end: 'unreviewed',
      extra: [{ kind: 'user', key: 'lilei' }],
    })
  })

  test('somebody whose making was reviewed is not deleted and made again instead', async () => {
    const company = await start(founding)
    const reviewed = [await review(company)]
    await atTheConsole(company, (client) =>
      client.call('createUser', { userid: 'wumin', name: '吴敏', mobile: '10000000099', dept_id_list: [1] }),
    )
    await company.edit({
      'departments/市场部/people.yaml': [
        '- {userid: zhoujie, name: 周杰, mobile: "10000000005", job_number: 007}',
        '- {userid: wumin, name: 吴敏, mobile: "10000000006", replace: mobile}\n',
      ].join('\n'),
    })
    const { end, plan, extra } = await company.apply({ reviewed })
    expect(plan.changes.find(({ ref }) => ref.key === 'wumin')?.action).toBe('replace')
    expect([end, extra]).toEqual(['unreviewed', [{ kind: 'user', key: 'wumin' }]])
  })

  test('two reviews count together', async () => {
    const company = await start(founding)
    const { operations } = await review(company)
    const half = (from: number, to?: number) => ({ hash: '', operations: operations?.slice(from, to) ?? null })
    expect((await company.apply({ reviewed: [half(0, 5)] })).end).toBe('unreviewed')
    expect((await company.apply({ reviewed: [half(0, 5), half(5)] })).end).toBe('done')
  })

  test('of which the hash alone is known, an equal plan is applied and a part of it is not', async () => {
    const whole = await start(founding)
    const { hash } = await review(whole)
    expect((await whole.apply({ reviewed: [{ hash, operations: null }] })).end).toBe('done')
    const part = await start(founding)
    let asked = 0
    await part.apply({ stopped: () => asked++ === 3 })
    expect((await part.apply({ reviewed: [{ hash, operations: null }] })).end).toBe('unreviewed')
  })

  test('a plan that does nothing needs none', async () => {
    const company = await start(founding)
    await company.apply()
    expect((await company.apply({ reviewed: [] })).end).toBe('done')
  })

  test('sealed values that only the apply can open are those that were reviewed', async () => {
    const holder = await keeper()
    const people = async (mobile: string) => `- userid: lilei\n  name: 李雷\n  mobile: ${mobile}\n`
    const first = await holder.seal('lilei', 'mobile', '10012340001')
    const company = await start({
      'rollbook.yaml': 'version: 1\nlanguage: en\n',
      'departments/people.yaml': await people(first),
    })
    const { secrets } = holder
    expect((await company.apply({ secrets, reviewed: [await review(company)] })).end).toBe('done')
    // Without the lock nothing proves that the value is the same, so it is announced as one to compare.
    await writeFile(lockOf(company), '{\n  "corp": null,\n  "format": "rollbook.lock/1",\n  "resources": {}\n}\n')
    const shown = await review(company)
    expect((await company.plan()).closed.unopened).toHaveLength(1)
    expect(await company.apply({ secrets, reviewed: [] })).toMatchObject({
      end: 'unreviewed',
      extra: [{ kind: 'user', key: 'lilei' }],
    })
    expect((await company.apply({ secrets, reviewed: [{ ...shown, hash: '' }] })).end).toBe('done')
  })
})

describe('what is kept of a review', () => {
  test('is digests, and no value', async () => {
    const company = await start(founding)
    const { operations } = await review(company)
    expect(operations?.length).toBeGreaterThan(50)
    for (const operation of operations ?? []) expect(operation).toMatch(DIGEST)
  })

  const created = (n: number, fields: number): Change[] =>
    Array.from({ length: n }, (_, i) => ({
      action: 'create',
      ref: { kind: 'user', key: `person${i}` },
      after: Object.fromEntries(Array.from({ length: fields }, (_, field) => [`field${field}`, i])),
      patch: [],
      needs: [],
    }))
  test('is less for a large plan: first the parts of what is made are left out, then all but the hash', () => {
    const kept = (n: number) => reviewOf({ hash: 'sha256:', changes: created(n, 4) }).operations?.length ?? null
    expect([kept(360), kept(361), kept(1800), kept(1801)]).toEqual([1800, 361, 1800, null])
  })
})
