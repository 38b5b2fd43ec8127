import { defineConfig } from 'vitest/config';
import { pollIntervalMs, testLimitMs, waitLimitMs } from './test/support/wait.ts';

const isOnServer = Boolean(process.env['DATABASE_URL']);

export default defineConfig({
  resolve: {
    // Without this graphql is loaded twice, as ESM and as CommonJS, and refuses to work with itself.
    alias: [{ find: /^graphql$/, replacement: 'graphql/index.js' }],
  },
  test: {
    include: ['test/**/*.test.ts'],
    exclude: isOnServer
      ? // These start programs with the embedded database, so they are the same wherever the others run.
        ['test/e2e/start.test.ts', 'test/e2e/npm-start.test.ts', 'test/e2e/cluster.test.ts']
      : // Servers die and their database lives on: that is so on a server.
        ['test/payments/stripe/stripe-outages.test.ts', 'test/webhooks/crash-recovery.test.ts'],
    globalSetup: ['test/support/global-setup.ts'],
    setupFiles: ['test/support/setup.ts'],
    // No test depends on the speed of the machine: a limit is only reached where a condition never holds.
    testTimeout: testLimitMs,
    hookTimeout: testLimitMs,
    expect: { poll: { timeout: waitLimitMs, interval: pollIntervalMs } },
    // Each file has a database of its own. An embedded one keeps a processor busy; on a server tests wait more than they work.
    maxWorkers: isOnServer ? 3 : 2,
    // To load the program anew for each file takes as long as most files do: they share what is loaded, and no state.
    isolate: false,
  },
});
