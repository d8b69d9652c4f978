import { expect, test } from 'vitest'
import { aroundOf } from '../../src/core/around.ts'
import type { Model } from '../../src/core/model.ts'

const kinds = ['department', 'user'].map((name) => ({ name, model: (remote: unknown) => remote as Model }))
const names = (kind: string, id: string | number) => (kind === 'department' && id === '7' ? '研发部' : `#${id}`)
const remotes = {
  department: new Map([
    ['7', { name: '研发部', parent_id: '/' }],
    ['8', { name: '外包组', parent_id: '研发部' }],
  ]),
  user: new Map([['manager01', { name: '王芳', job_number: '900' }]]),
}
const sides = { actual: {}, desired: {}, whole: new Map<string, Model>() }

test('every department that was read has its parent, ours by key and others by id', () => {
  expect(aroundOf(kinds, { remotes }, sides, names).parents).toEqual({ 研发部: '/', '#8': '研发部' })
})

test('job numbers are there for people who share a name, and for nobody else', () => {
  const whole = new Map<string, Model>([
    ['user\u0000u1', { name: '王芳', job_number: '007' }],
    ['user\u0000u2', { name: '李雷', job_number: '008' }],
  ])
  const people = { u1: '王芳', u2: '李雷', '#manager01': '王芳' }
  expect(aroundOf(kinds, { remotes }, { ...sides, whole }, names, people).jobNumbers).toEqual({
    u1: '007',
    '#manager01': '900',
  })
})

test('where nothing was read, what the plan compares with tells the parents', () => {
  const actual = { department: { 研发部: { name: '研发部', parent_id: '/' } } }
  expect(aroundOf(kinds, { remotes: {} }, { ...sides, actual }, names).parents).toEqual({ 研发部: '/' })
})
