import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Place, placeKey } from '../../src/core/model.ts'
import { PlaceTable } from '../../src/core/places.ts'

const place = fc.record({ file: fc.constantFrom('a.yaml', 'b.yaml'), line: fc.nat(99_999), column: fc.nat(60_000) })
const name = fc.constantFrom('userid', 'name', 'members', 'members/lilei', 'toString')

test('a table of places answers like a map of them, however many fields a resource has', () => {
  fc.assert(
    fc.property(
      fc.uniqueArray(
        fc.record({
          key: fc.constantFrom('lilei', 'a/b', '/', 'constructor', '研发部'),
          place,
          fields: fc.array(fc.tuple(fc.oneof(name, fc.nat(60).map(String)), place), { maxLength: 50 }),
          isOneFile: fc.boolean(),
        }),
        { selector: ({ key }) => key },
      ),
      (resources) => {
        const table = new PlaceTable()
        const map = new Map<string, Place>()
        for (const { key, place: own, fields, isOneFile } of resources) {
          const ref = { kind: 'role', key }
          const there = fields.map(([field, at]) => [field, isOneFile ? { ...at, file: own.file } : at] as const)
          table.setAll(ref, own, there)
          map.set(placeKey(ref), own)
          for (const [field, at] of there) map.set(placeKey(ref, field), at)
        }
        for (const [key, at] of map) expect(table.get(key)).toEqual(at)
        expect(new Map(table)).toEqual(map)
        expect([table.has('role'), table.has(placeKey({ kind: 'role', key: 'x' }, 'name'))]).toEqual([false, false])
      },
    ),
  )
})
