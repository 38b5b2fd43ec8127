/** The first load of a page: what the network carries for the files of the client until the page can be used. */
import type { CDPSession } from 'playwright-core';
import { eventually } from './wait.ts';

/** The most bytes that the first load of a page may have, compressed, with the headers of its files. */
export const maxFirstLoadBytes = 250_000;

const kinds: ReadonlySet<string | undefined> = new Set(['Document', 'Script', 'Stylesheet', 'Font', 'Image', 'Other']);

/**
 * Adds up the bytes of the documents, scripts, style sheets, images and fonts that are requested until the returned function
 * is called. It waits until they have arrived. Pictures of users are not part of the client.
 */
export async function watchFirstLoad(session: CDPSession): Promise<() => Promise<number>> {
  const open = new Set<string>();
  const finished = new Map<string, number>();
  let isCounting = true;
  session.on('Network.requestWillBeSent', ({ requestId, type, request }) => {
    if (isCounting && kinds.has(type) && !/\/(?:files|f)\//.test(request.url)) open.add(requestId);
  });
  session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    if (open.delete(requestId)) finished.set(requestId, encodedDataLength);
  });
  session.on('Network.loadingFailed', ({ requestId }) => open.delete(requestId));
  await session.send('Network.enable');
  return () => {
    isCounting = false;
    return eventually(() => {
      if (open.size > 0) throw new Error(`${open.size} files have not arrived yet`);
      return [...finished.values()].reduce((sum, bytes) => sum + bytes, 0);
    });
  };
}
