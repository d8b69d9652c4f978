import { describe, expect, test } from 'vitest'
import { type Model, placeKey } from '../../src/core/model.ts'
import { Personal } from '../../src/core/personal.ts'
import { over, restored, savedOf } from '../../src/core/saved.ts'
import { user } from '../../src/kinds/user/index.ts'

const ref = { kind: 'user', key: 'lilei' }
const there: Model = {
  name: '李雷',
  mobile: new Personal('+86-10000000001'),
  email: new Personal('lilei@example.com'),
  remark: '电话 10000000001',
  title: '架构师',
  manager_userid: 'boss',
  dept_id_list: { 研发部: true, '#77': true },
  dept_order_list: { 研发部: '17', '#77': '3' },
}
const identified = {
  whole: new Map([[placeKey(ref), there]]),
  ids: { department: { 研发部: '42' }, user: { lilei: 'lilei', boss: 'boss' } },
}

describe('what is saved of a person who is to be replaced', () => {
  test('is what the files leave out, with ids for departments; what is personal is only named', () => {
    const saved = savedOf(user, ref, { name: '李雷', main: '研发部', mobile: 'x' }, identified)
    expect(saved).toEqual({
      type: 'saved',
      ...ref,
      fields: {
        title: '架构师',
        manager_userid: 'boss',
        dept_id_list: { 42: true, 77: true },
        dept_order_list: { 42: '17', 77: '3' },
      },
      lost: ['email', 'remark'],
    })
    expect(JSON.stringify(saved)).not.toMatch(/1000000|example\.com/)
  })

  test('is nothing where the files state everything', () => {
    expect(savedOf(user, ref, there, identified)).toBeNull()
  })

  test('is the whole of a list by department where the files state a part of it', () => {
    const stated = { ...there, dept_order_list: { 研发部: '5' } }
    expect(savedOf(user, ref, stated, identified)?.fields).toEqual({ dept_order_list: { 42: '17', 77: '3' } })
  })
})

describe('what is restored', () => {
  const fields = { title: '架构师', manager_userid: 'boss', dept_order_list: { 42: '17', 77: '3', 78: '1' } }
  const saved = [{ type: 'saved', ...ref, fields, lost: [] }] as const
  const keyOf = (known: Readonly<Record<string, string>>) => (_: string, id: string) => known[id] ?? null

  test('has the keys that departments have now, and leaves out what is gone', () => {
    const models = restored([user], saved, keyOf({ 42: '技术部', 77: '#77', boss: 'boss' }))
    expect(models.get(placeKey(ref))).toEqual({
      title: '架构师',
      manager_userid: 'boss',
      dept_order_list: { 技术部: '17', '#77': '3' },
    })
  })

  test('has no manager who is gone too', () => {
    expect(restored([user], saved, keyOf({})).get(placeKey(ref))).toEqual({ title: '架构师', dept_order_list: {} })
  })

  test('gives way to what the files state, in lists by department for each department', () => {
    expect(
      over({ title: '经理', dept_order_list: { a: '1' } }, { job: '7', dept_order_list: { a: '9', b: '2' } }, [
        'dept_order_list',
      ]),
    ).toEqual({
      title: '经理',
      job: '7',
      dept_order_list: { a: '1', b: '2' },
    })
  })
})
