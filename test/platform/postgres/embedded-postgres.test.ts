/** The connections to the database, when it goes away. */
import { type AddressInfo, createServer } from 'node:net';
import { expect, test } from 'vitest';
import { openDatabase } from '../../../src/platform/db.ts';
import { fatalError } from '../../../src/platform/postgres/embedded-postgres-wire.ts';

test('a connection that is ended in the moment when it is handed out fails its query, and the process continues to run', async () => {
  const authenticated = Buffer.from([0x52, 0, 0, 0, 8, 0, 0, 0, 0]);
  const ready = Buffer.from([0x5a, 0, 0, 0, 5, 0x49]);
  const server = createServer((socket) => {
    socket.on('error', () => undefined);
    socket.once('data', () => {
      socket.end(Buffer.concat([authenticated, ready, fatalError('57P01', 'terminating connection')]));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const database = openDatabase({ url: `postgres://postgres@127.0.0.1:${port}/postgres`, isEmbedded: false });

  const query = database.db.$transaction((tx) => tx.account.count());

  await expect(query).rejects.toThrow();
  await database.close();
  await new Promise((resolve) => server.close(resolve));
});
