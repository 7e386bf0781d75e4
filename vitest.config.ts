import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  // State lives in `.svelte.ts` modules, whose runes have to be compiled.
  plugins: [svelte()],
  test: {
    // For slow machines with much else to do; a test that hangs is still ended.
    testTimeout: 120_000,
    // Left to itself it keeps one processor free: of two, half.
    maxWorkers: '100%',
    // In threads all takes a third less time than in processes.
    pool: 'threads',
    projects: [
      { extends: true, test: { name: 'unit', include: ['tests/unit/**/*.test.ts'] } },
      // Of the built site in `dist`: npm test builds it before.
      { extends: true, test: { name: 'build', include: ['tests/build/**/*.test.ts'] } },
    ],
  },
});
