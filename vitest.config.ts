import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          include: ['test/**/*.test.ts', 'test/**/*.test.tsx'],
          exclude: ['test/samples.test.ts', 'test/readme.test.ts', 'test/bench/**'],
          testTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'samples',
          benchmark: { include: [] },
          include: ['test/samples.test.ts', 'test/readme.test.ts'],
          testTimeout: 120_000,
        },
      },
    ],
  },
});
