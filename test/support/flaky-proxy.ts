/** A proxy of the server whose connections can be cut, like a lost network or a stopped instance. */
import { connect, createServer, type Socket } from 'node:net';

export interface Cutter {
  /** The server as it is reached through here. */
  readonly url: string;
  /** Breaks every connection that is open, without a word. Gives back how many there were. */
  cut(): number;
  stop(): Promise<void>;
}

export async function startCutter(url: string): Promise<Cutter> {
  const port = Number(new URL(url).port);
  const open = new Set<Socket>();
  const server = createServer((client) => {
    const onward = connect(port, '127.0.0.1');
    for (const [one, other] of [
      [client, onward],
      [onward, client],
    ] as const) {
      one.on('error', () => undefined);
      one.once('close', () => other.destroy());
      one.pipe(other);
    }
    open.add(client);
    client.once('close', () => open.delete(client));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const cut = () => {
    const { size } = open;
    for (const client of open) client.resetAndDestroy();
    return size;
  };
  return {
    url: `http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}`,
    cut,
    stop: async () => {
      const closed = new Promise((resolve) => server.close(resolve));
      cut();
      await closed;
    },
  };
}
