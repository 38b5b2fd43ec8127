/** The first minute: the examples of GraphiQL run without changes. */
import { parse, print, separateOperations } from 'graphql';
import { expect, test } from 'vitest';
import { exampleOperations } from '../../src/demo/operations.ts';
import type { apiClient } from '../support/client.ts';
import { useServer } from '../support/use-server.ts';

const { factory } = useServer();

const operations = Object.entries(separateOperations(parse(exampleOperations))).map(
  ([name, document]) => [name, print(document)] as const,
);

test.each(operations)('the example %s runs', async (_name, operation) => {
  const order = await factory.createOrder();
  // The examples leave the order to be pasted.
  const text = operation.replaceAll('paste an order id', order.id);

  const data = operation.startsWith('subscription')
    ? await firstOf(order.seller.follow(text))
    : await order.seller.ask(text);

  expect(JSON.stringify(data)).not.toContain('recovery');
});

async function firstOf(stream: ReturnType<ReturnType<typeof apiClient>['follow']>) {
  const data = await stream.next();
  stream.stop();
  return data;
}
