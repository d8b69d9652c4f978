const WATCHED = [
  Object,
  Function,
  Array,
  String,
  Number,
  Boolean,
  Symbol,
  RegExp,
  Error,
  Promise,
  Map,
  Set,
  WeakMap,
  BigInt,
  Buffer,
  Date,
]

/** What every object inherits, as it is now. */
export function prototypesNow(): readonly (readonly [key: string, value: unknown])[] {
  return WATCHED.flatMap((type) => [
    ...ownOf(type.name, type),
    ...ownOf(`${type.name}.prototype`, type.prototype),
    [`${type.name}.prototype.__proto__`, Object.getPrototypeOf(type.prototype)] as const,
  ])
}

/** The first thing that is another one now, or undefined. */
export function changedSince(before: ReturnType<typeof prototypesNow>): string | undefined {
  const now = prototypesNow()
  const at = now.findIndex(([key, value], index) => key !== before[index]?.[0] || !Object.is(value, before[index]?.[1]))
  return at >= 0 ? now[at]?.[0] : before[now.length]?.[0]
}

function ownOf(name: string, of: object): (readonly [string, unknown])[] {
  return Reflect.ownKeys(of).map((key) => {
    const { value, get, set } = Reflect.getOwnPropertyDescriptor(of, key) ?? {}
    return [`${name}.${String(key)}`, value ?? get ?? set] as const
  })
}
