import { type AddressInfo, createServer, type Server } from 'node:net';

export const listenOn = (server: Server, port: number): Promise<void> =>
  new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });

/** A free loopback port, for a server that has to be restarted on the same one. */
export async function freePort(): Promise<number> {
  const server = createServer();
  await listenOn(server, 0);
  // It listens on a port.
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}
