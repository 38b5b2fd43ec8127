/** The queries in the guide for operators of servers. */
import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { useServer } from '../support/use-server.ts';

const { server, factory } = useServer();

test('each query of the guide runs on the database of a server', async () => {
  await factory.createOrder();
  const guide = await readFile('docs/operations.md', 'utf8');
  const queries = [...guide.matchAll(/```sql\n(.*?);?\n```/gs)].map(([, query = '']) => query);

  expect(queries.length).toBeGreaterThan(2);
  for (const query of queries) expect((await server.app.database.pool.query(query)).command).toBe('SELECT');
});
