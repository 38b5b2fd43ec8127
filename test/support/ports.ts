/** Loopback ports for programs that need a fixed one, because they are restarted on it or use the next ones as well. */
import { randomInt } from 'node:crypto';
import { createServer } from 'node:net';

/** Below the ports that operating systems give to outgoing connections: one of those could take a free port before the program does. */
const range = { min: 16_384, max: 32_000 };

/** The first of `count` ports in a row that are free. */
export async function findFreePorts(count = 1): Promise<number> {
  for (;;) {
    const first = randomInt(range.min, range.max);
    const ports = Array.from({ length: count }, (_, index) => first + index);
    if ((await Promise.all(ports.map(isFree))).every(Boolean)) return first;
  }
}

const isFree = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const server = createServer().once('error', () => resolve(false));
    server.listen(port, '127.0.0.1', () => server.close(() => resolve(true)));
  });
