/** Generated operations with hostile values on every wire: no crash, no internal error, nothing of the insides. */
import { expect, test } from 'vitest';
import { fuzz } from '../fuzz/fuzz.ts';
import { useServer } from './support/use-server.ts';

// Sandboxes are databases of their own, which nothing here would remove.
const { server } = useServer({ config: { hasSandboxes: false } });

const seconds = 15;

test(`hostile operations break nothing in ${seconds} seconds`, async () => {
  const seed = Number(process.env['SEED'] ?? Math.floor(Math.random() * 1e6));
  console.log(`fuzz with SEED=${seed}`);

  const { findings, requests } = await fuzz(server, { seed, seconds });

  expect(findings, `SEED=${seed}`).toEqual([]);
  for (const count of Object.values(requests)) expect(count).toBeGreaterThan(0);
});
