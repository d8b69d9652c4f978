import { execFileSync } from 'node:child_process'
import { join } from 'node:path'

/** Builds dist once before the tests, so that those that start the real programs start this very source. */
export function setup(): void {
  for (const script of ['build', 'build:action']) {
    execFileSync('npm', ['run', '--silent', script], { cwd: join(import.meta.dirname, '../..'), stdio: 'inherit' })
  }
}
