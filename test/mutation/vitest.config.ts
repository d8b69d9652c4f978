import { defineConfig } from 'vitest/config'

/** What mutants are shown to: the tests that need no process and no network. */
export default defineConfig({
  test: {
    include: ['test/core/**/*.test.ts', 'test/render/{escape,escaped,sinks}.test.ts'],
    testTimeout: 60_000,
    pool: 'forks',
  },
})
