import { expect, test } from 'vitest'
import type { OperationId } from '../../src/dingtalk/operation.ts'
import { type Fields, smallCompany } from './caller.ts'

/** The company of `smallCompany`. */
export type World = Awaited<ReturnType<typeof smallCompany>>

/** A situation, the code it answers, the call, and what the console did before. */
export type Case = readonly [
  situation: string,
  errcode: number,
  operation: OperationId,
  request: Fields | ((world: World) => Fields),
  before?: (world: World) => unknown,
]

/** One test for each: the code is answered, and the company is as it was. */
export function refuses(cases: readonly Case[]): void {
  for (const [situation, errcode, operation, request, before] of cases) {
    test(`${situation}: ${errcode}`, async () => {
      const world = await smallCompany()
      before?.(world)
      const fields = typeof request === 'function' ? request(world) : request
      const company = world.emulator.snapshot()
      const { status, body } = await world.call(operation, fields)
      expect({ status, errcode: body.errcode }).toEqual({ status: 200, errcode })
      expect(world.emulator.snapshot()).toEqual(company)
    })
  }
}

/** Values made from 0, 1, 2 and so on. */
export const many = (count: number, make: (at: number) => string | number) =>
  Array.from({ length: count }, (_, at) => make(at))
/** The same as one text. */
export const csv = (count: number, make: (at: number) => string | number) => many(count, make).join(',')
/** Adds people p0, p1, p2 and so on. */
export const people = ({ emulator }: World, count: number, dept_id_list: readonly number[]) => {
  for (let at = 0; at < count; at++) {
    const mobile = `100${String(at + 100).padStart(8, '0')}`
    emulator.console('createUser', { userid: `p${at}`, name: `员工${at}`, mobile, dept_id_list })
  }
}
