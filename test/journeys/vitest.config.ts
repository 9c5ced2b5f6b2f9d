import { defineConfig } from 'vitest/config'
import { inRoot } from '../../src/plumbing/root.ts'

/** Journeys in a real browser: slower than the suite, so they are run by a command of their own. */
export default defineConfig({
  root: inRoot(),
  esbuild: { jsx: 'automatic', jsxImportSource: 'preact' },
  test: {
    include: ['test/journeys/**/*.test.{ts,tsx}'],
    globalSetup: ['test/seeded-database.ts'],
    pool: 'forks',
    maxWorkers: 1,
    isolate: false,
    testTimeout: 120_000,
    hookTimeout: 120_000,
    reporters: process.env.CI ? ['default'] : ['dot'],
  },
})
