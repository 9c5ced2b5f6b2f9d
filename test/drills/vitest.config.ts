import { defineConfig } from 'vitest/config'

/** Drills kill processes and restart databases for minutes; `npm run drills` prints what they counted. */
export default defineConfig({
  test: {
    include: ['test/drills/*.drill.ts'],
    pool: 'forks',
    maxWorkers: 1,
    testTimeout: 600_000,
    hookTimeout: 120_000,
    reporters: ['default'],
    disableConsoleIntercept: true,
  },
})
