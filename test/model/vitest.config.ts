import { defineConfig } from 'vitest/config'

/** The many model runs take most of an hour: `npm run test:model`. A few are part of `npm test`. */
export default defineConfig({
  test: {
    include: ['test/model/*.test.ts'],
    env: { MODEL_RUNS: process.env['MODEL_RUNS'] ?? '10000' },
    testTimeout: 0,
    hookTimeout: 0,
    pool: 'forks',
  },
})
