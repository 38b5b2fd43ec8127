/** A proxy of a server whose connections can be cut, like a lost network or a stopped instance. */
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';

export interface Cutter {
  /** The server as it is reached through here. */
  readonly url: string;
  /** Breaks every connection that is open, without a word. Gives back how many there were. */
  cut(): number;
  /** Refuses new connections until `accept`, like a server that has stopped. */
  refuse(): Promise<void>;
  accept(): Promise<void>;
  /** Forwards nothing more over the connections that are open, like a server that has lost its power. */
  silence(): void;
  stop(): Promise<void>;
}

export async function startCutter(url: string): Promise<Cutter> {
  const target = new URL(url);
  const open = new Set<Socket>();
  const handle = (client: Socket) => {
    const onward = connect(Number(target.port), '127.0.0.1');
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
  };
  let server = createServer();
  const listen = async (port: number) => {
    server = createServer(handle);
    await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  };
  await listen(0);
  const { port } = server.address() as AddressInfo;
  const refuse = () => new Promise<void>((resolve) => server.close(() => resolve()));
  const cut = () => {
    const { size } = open;
    for (const client of open) client.resetAndDestroy();
    return size;
  };
  return {
    url: Object.assign(new URL(url), { host: `127.0.0.1:${port}` }).href.replace(/\/$/, ''),
    cut,
    refuse: async () => {
      const closed = refuse();
      cut();
      await closed;
    },
    accept: () => listen(port),
    silence: () => {
      for (const client of open) client.unpipe();
      for (const client of open) client.pause();
    },
    stop: async () => {
      const closed = refuse();
      cut();
      await closed;
    },
  };
}
