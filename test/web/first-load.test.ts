/** The size of the client: what a browser loads, with an empty cache, until a page can be used. */
import { describe, expect, test } from 'vitest';
import { paths } from '../../web/src/app/paths.ts';
import { browserMissing } from '../support/browser.ts';
import { maxFirstLoadBytes, watchFirstLoad } from '../support/first-load.ts';
import { useWebClient } from '../support/web-client.ts';

/** The pages whose address needs no id. */
const fixedPaths = Object.values(paths).filter((path) => !path.includes('$'));

describe.skipIf(browserMissing)('In the browser', () => {
  const { factory, openPage } = useWebClient();

  const firstLoadOf = async (path: string, as?: { readonly sessionToken: string }) => {
    const page = await openPage('/icon.svg', as && { as });
    const countBytes = await watchFirstLoad(await page.context().newCDPSession(page));
    await page.goto(new URL(path, page.url()).href);
    await page.getByRole('heading', { level: 1 }).waitFor();
    return countBytes();
  };

  test('the first load of each page is small', async () => {
    const order = await factory.createOrder();
    const operator = await factory.createPerson({ isOperator: true });
    const sizes: [string, number][] = [
      [paths.signIn, await firstLoadOf(paths.signIn)],
      [paths.home, await firstLoadOf(paths.home)],
      [paths.order, await firstLoadOf(`/orders/${order.number}`, order.seller)],
    ];
    for (const path of fixedPaths) sizes.push([path, await firstLoadOf(path, operator)]);

    expect(sizes.filter(([, bytes]) => bytes > maxFirstLoadBytes)).toEqual([]);
    // The libraries alone have more: less was not all that was loaded.
    expect(sizes.filter(([, bytes]) => bytes < 100_000)).toEqual([]);
  });
});
