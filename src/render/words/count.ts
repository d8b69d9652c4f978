/** A number with the English word for what is counted: `1 department`, `2 departments`. */
export function count(n: number, one: string, many = `${one}s`): string {
  return `${n} ${n === 1 ? one : many}`
}
