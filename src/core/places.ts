import { type Place, type Places, placeKey, type Ref } from './model.ts'

/** Where one resource and its fields stand: all in one file, with a line and a column for each name. */
interface Spots {
  readonly file: string
  /** The resource itself comes first, as ''. People with the same fields share one list. */
  readonly names: readonly string[]
  readonly at: readonly number[]
}

/** Resources with more fields than this, such as roles with many members, are looked up by name. */
const FEW = 32

/**
 * Places as a directory is loaded. A company has ten of them for each person, and most are never asked for: held one by
 * one, by their whole names, they would take more memory than the people.
 */
export class PlaceTable implements Places {
  readonly #spots = new Map<string, Spots>()
  readonly #single = new Map<string, Place>()
  readonly #lists = new Map<string, readonly string[]>()

  /** The place of a resource and those of its fields, of which the last one counts where one stands twice. */
  setAll(ref: Ref, place: Place, fields: readonly (readonly [field: string, place: Place])[]): void {
    const all = [['', place] as const, ...fields]
    if (all.length > FEW || all.some(([, { file }]) => file !== place.file))
      for (const [field, one] of all) this.#single.set(placeKey(ref, field === '' ? undefined : field), one)
    else
      this.#spots.set(placeKey(ref), {
        file: place.file,
        names: this.#shared(all.map(([field]) => field)),
        at: all.flatMap(([, { line, column }]) => [line, column]),
      })
  }

  set(name: string, place: Place): void {
    this.#single.set(name, place)
  }

  get(name: string): Place | undefined {
    const single = this.#single.get(name)
    if (single !== undefined) return single
    const end = name.indexOf(SEPARATOR, name.indexOf(SEPARATOR) + 1)
    const spots = this.#spots.get(end < 0 ? name : name.slice(0, end))
    return spots && placeIn(spots, spots.names.lastIndexOf(end < 0 ? '' : name.slice(end + 1)))
  }

  has(name: string): boolean {
    return this.get(name) !== undefined
  }

  *[Symbol.iterator](): MapIterator<[string, Place]> {
    yield* this.#single
    for (const [resource, spots] of this.#spots)
      for (const [index, field] of spots.names.entries()) {
        const place = placeIn(spots, index)
        if (place !== undefined) yield [field === '' ? resource : `${resource}${SEPARATOR}${field}`, place]
      }
  }

  #shared(names: readonly string[]): readonly string[] {
    const text = names.join(SEPARATOR)
    const known = this.#lists.get(text)
    if (known === undefined) this.#lists.set(text, names)
    return known ?? names
  }
}

/** What `placeKey` puts between the parts of a name. */
const SEPARATOR = '\u0000'

function placeIn({ file, at }: Spots, index: number): Place | undefined {
  const [line, column] = [at[2 * index], at[2 * index + 1]]
  return line === undefined || column === undefined ? undefined : { file, line, column }
}
