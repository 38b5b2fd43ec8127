import { defineConfig } from 'vitest/config';
import { pollIntervalMs, testLimitMs, waitLimitMs } from './test/support/wait.ts';

const isOnServer = Boolean(process.env['DATABASE_URL']);

/**
 * The files for which PostgreSQL and Redis can make a difference: locks and transactions that overlap, several instances,
 * migrations, Redis, servers that are killed. With TEST_FILES=server only these run.
 */
const serverFiles = [
  'test/access/**/*.test.ts',
  'test/accounts/**/*.test.ts',
  'test/ads/placements/**/*.test.ts',
  'test/ads/serving/counters.test.ts',
  'test/applications/quota.test.ts',
  'test/auth/**/*.test.ts',
  'test/e2e/cluster.test.ts',
  'test/e2e/failover.test.ts',
  'test/e2e/from-nothing.test.ts',
  'test/emails/**/*.test.ts',
  'test/inbox/**/*.test.ts',
  'test/marketplace/**/*.test.ts',
  'test/messages/chat.test.ts',
  'test/offers/**/*.test.ts',
  'test/orders/**/*.test.ts',
  'test/payments/**/*.test.ts',
  'test/platform/**/*.test.ts',
  'test/process/deal-walk.test.ts',
  'test/process/random-walk.test.ts',
  'test/sandboxes/**/*.test.ts',
  'test/spaces/**/*.test.ts',
  'test/server/limits.test.ts',
  'test/e2e/start-on-server.test.ts',
  'test/webhooks/**/*.test.ts',
];
/** These start programs with the embedded database, so they are the same wherever the others run. */
const embeddedFiles = ['test/e2e/start.test.ts', 'test/e2e/npm-start.test.ts'];
/** These kill servers whose database survives, cut its connections, or start on an empty database of a server. */
const onlyOnServer = [
  'test/e2e/failover.test.ts',
  'test/e2e/from-nothing.test.ts',
  'test/e2e/start-on-server.test.ts',
  'test/payments/stripe/stripe-outages.test.ts',
  'test/webhooks/crash-recovery.test.ts',
];

export default defineConfig({
  resolve: {
    // Without this graphql is loaded twice, as ESM and as CommonJS, and refuses to work with itself.
    alias: [{ find: /^graphql$/, replacement: 'graphql/index.js' }],
  },
  test: {
    include: process.env['TEST_FILES'] === 'server' ? serverFiles : ['test/**/*.test.ts'],
    exclude: isOnServer ? embeddedFiles : onlyOnServer,
    globalSetup: ['test/support/global-setup.ts'],
    setupFiles: ['test/support/setup.ts'],
    // No test depends on the speed of the machine: a limit is only reached where a condition never holds.
    testTimeout: testLimitMs,
    hookTimeout: testLimitMs,
    expect: { poll: { timeout: waitLimitMs, interval: pollIntervalMs } },
    // Each file has a database of its own. An embedded one keeps a processor busy; with a server the tests mostly wait.
    maxWorkers: isOnServer ? 3 : 2,
    // Loading the program takes as long as most files do: the files of a worker share its modules, and no state.
    isolate: false,
  },
});
