import { defineConfig } from 'vitest/config'

/** All hostile inputs take some minutes: `npm run test:hostile`. A sample of them is part of `npm test`. */
export default defineConfig({
  test: {
    include: ['test/hostile/*.hostile.ts'],
    testTimeout: 0,
    hookTimeout: 0,
    pool: 'forks',
  },
})
