import { defineConfig } from 'vitest/config'

/** The exhaustive sweep takes many minutes: `npm run test:sweep`. A sample of it is part of `npm test`. */
export default defineConfig({
  test: {
    include: ['test/sweep/*.sweep.ts'],
    globalSetup: ['test/support/build.ts'],
    testTimeout: 0,
    hookTimeout: 0,
    pool: 'forks',
    fileParallelism: false,
  },
})
