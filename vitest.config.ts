import { defineConfig } from 'vitest/config'

export default defineConfig({
  esbuild: { jsx: 'automatic', jsxImportSource: 'preact' },
  test: {
    globalSetup: ['test/seeded-database.ts'],
    include: ['{src,test,scripts,bench}/**/*.test.{ts,tsx}'],
    exclude: ['test/journeys/**', 'test/drills/**'],
    // Only the tests of meaning itself wait for its model.
    env: { EMBEDDER: 'off' },
    pool: 'forks',
    maxWorkers: 2,
    isolate: false,
    testTimeout: 20_000,
    hookTimeout: 60_000,
    reporters: process.env.CI ? ['default'] : ['dot'],
    onConsoleLog: () => true,
  },
})
