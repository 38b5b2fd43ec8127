/** The first minute: the examples of GraphiQL run without changes. */
import { parse, print, separateOperations } from 'graphql';
import { expect, test } from 'vitest';
import { demoGraphiQL } from '../../src/demo/graphiql.ts';
import { exampleOperations } from '../../src/demo/operations.ts';
import { people } from '../../src/demo/people.ts';
import { apiClient } from '../support/client.ts';
import { useServer } from '../support/use-server.ts';

const { server, factory } = useServer();

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

test('GraphiQL opens signed in as a demo person, and as an anonymous caller for any other name', async () => {
  const { email, name } = people.ada;
  const createdAt = new Date();
  const account = { create: { contactEmail: email, name, createdAt } };
  await server.app.db.person.create({
    data: { email, name, createdAt, memberships: { create: [{ role: 'OWNER', createdAt, account }] } },
  });
  const open = demoGraphiQL(server.app);
  const viewerAs = async (query: string) => {
    const { Authorization = '' } = JSON.parse(
      (await open?.(new URL(`http://localhost/graphql${query}`)))?.headers ?? '{}',
    ) as { Authorization?: string };
    return (await apiClient(server.url, Authorization.replace('Bearer ', '') || undefined).ask('{ viewer { name } }'))
      .viewer;
  };

  expect(await viewerAs('?as=ada')).toEqual({ name });
  for (const query of ['', '?as=', '?as=unknown', '?as=toString', '?as=olga'])
    expect(await viewerAs(query), query).toBeNull();
});
