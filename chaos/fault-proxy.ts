/** A TCP proxy that can cut connections and hold back answers, as a failing network would. */
import { once } from 'node:events';
import { type AddressInfo, createServer, connect as dial, type Socket } from 'node:net';

export interface FaultProxy {
  readonly port: number;
  /** Cuts each connection for which `chosen` says so. Returns how many that were. */
  cut(chosen: () => boolean): number;
  /** Keeps all answers back, until `release`. */
  hold(): void;
  /**
   * Lets what contains `marker` through, and keeps the answer to it back, until `release`: what was asked for is done and
   * the sender does not learn of it. With `then`: the answer to the first request after it that contains that text.
   */
  holdAfter(marker: string, then?: string): void;
  release(): void;
  stop(): Promise<void>;
}

interface Link {
  readonly near: Socket;
  readonly far: Socket;
  hasMarker: boolean;
  isHeld: boolean;
}

/** Starts a wire to a port of this machine. */
export async function startFaultProxy(targetPort: number): Promise<FaultProxy> {
  const links = new Set<Link>();
  let isHeld = false;
  let trap: { readonly marker: string; readonly then: string | undefined } | undefined;

  const holdBack = (link: Link) => {
    link.isHeld = true;
    link.far.pause();
  };
  const look = (link: Link, sent: Buffer) => {
    if (!trap) return;
    const isMarked = sent.includes(trap.marker);
    link.hasMarker ||= isMarked;
    if (trap.then === undefined ? isMarked : link.hasMarker && sent.includes(trap.then)) holdBack(link);
  };
  const server = createServer((near) => {
    const far = dial({ port: targetPort, host: '127.0.0.1', noDelay: true });
    const link: Link = { near: near.setNoDelay(), far, hasMarker: false, isHeld: false };
    links.add(link);
    const end = () => {
      links.delete(link);
      near.destroy();
      far.destroy();
    };
    for (const [from, to] of [
      [near, far],
      [far, near],
    ] as const) {
      from.on('error', end);
      from.on('close', end);
      // One that reads slowly holds the other side up, as it would without this wire.
      to.on('drain', () => {
        if (from === near || !link.isHeld) from.resume();
      });
      from.on('data', (chunk: Buffer) => {
        if (from === near) look(link, chunk);
        if (!to.write(chunk)) from.pause();
      });
    }
    if (isHeld) holdBack(link);
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  // It listens on a port, so its address is not a path.
  const { port } = server.address() as AddressInfo;

  return {
    port,
    cut: (chosen) => {
      const cut = [...links].filter(chosen);
      for (const { near } of cut) near.destroy();
      return cut.length;
    },
    hold: () => {
      isHeld = true;
      links.forEach(holdBack);
    },
    holdAfter: (marker, then) => {
      trap = { marker, then };
    },
    release: () => {
      isHeld = false;
      trap = undefined;
      for (const link of links) {
        link.hasMarker = false;
        link.isHeld = false;
        link.far.resume();
      }
    },
    stop: async () => {
      for (const { near } of links) near.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
