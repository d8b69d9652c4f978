import { execFileSync } from 'node:child_process'
import { join } from 'node:path'

/** Builds dist once before the tests, so that those that start the real program start this very source. */
export function setup(): void {
  execFileSync('npm', ['run', '--silent', 'build'], { cwd: join(import.meta.dirname, '../..'), stdio: 'inherit' })
}
