import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.long.test.ts'],
    setupFiles: ['test/support/chance.ts'],
    env: { PROPERTIES_SEED: process.env.PROPERTIES_SEED ?? String(Date.now()) },
    pool: 'forks',
    maxWorkers: 2,
    testTimeout: 1_800_000,
    hookTimeout: 120_000,
  },
});
