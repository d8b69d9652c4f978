/** The seed that a variable of the environment gives, or a new one. */
export function seedOfRun(variable: 'SWEEP_SEED' | 'HOSTILE_SEED' = 'SWEEP_SEED'): number {
  const given = Number(process.env[variable])
  return Number.isInteger(given) && given > 0 ? given : Math.floor(Math.random() * 2 ** 31) + 1
}

/** Up to `count` of the values, each at most once. */
export function some<T>(values: readonly T[], count: number, random: () => number): T[] {
  const rest = [...values]
  const picked: T[] = []
  while (picked.length < count && rest.length > 0) picked.push(...rest.splice(Math.floor(random() * rest.length), 1))
  return picked
}
