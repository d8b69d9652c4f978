/** How often a property is tried: all of it with `TEST_FULL=1`, else a part that is quick. */
export function runs(full: number, quick: number): number {
  return process.env['TEST_FULL'] === '1' ? full : quick
}
