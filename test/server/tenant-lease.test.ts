/** The lease of a sandbox lasts from the authentication of an operation to its end. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createDeprecations } from '../../src/graphql/deprecations.ts';
import { schema } from '../../src/schema.ts';
import { createAuthenticator } from '../../src/server/authenticate.ts';
import type { TestPerson } from '../support/factory.ts';
import { change, codesOf, idOf, wires } from '../support/partner.ts';
import { becomes, createSandbox, type TestSandbox, withTemplate } from '../support/sandbox.ts';
import { useServer } from '../support/use-server.ts';

const { server, factory } = useServer();
let owner: TestPerson;
let sandbox: TestSandbox;

const documents = {
  find: 'query Find($id: ID!) { node(id: $id) { id } }',
  typing: 'mutation Typing($id: ID!) { updateTypingStatus(input: { orderId: $id, isTyping: true }) { __typename } }',
};

/** Closes the sandboxes without a lease. Returns the number of those that stay open. */
async function closeUnleased(): Promise<number | undefined> {
  await server.app.sandboxes?.tenants.closeIdle(0);
  return server.app.sandboxes?.tenants.count();
}

beforeAll(async () => {
  await withTemplate(server);
  owner = await factory.createPerson();
  sandbox = await createSandbox(server, owner, Object.values(documents));
});
afterAll(async () => {
  await change(owner, 'deleteSandbox', { sandboxId: sandbox.id });
  await becomes(owner, sandbox.id, undefined);
});

test('an export of a sandbox has the rows of the sandbox and keeps it open until it has ended', async () => {
  const headers = { authorization: `Bearer ${sandbox.keys.SELLER}` };
  for (const method of ['GET', 'HEAD']) {
    const response = await fetch(`${server.url}/exports/orders.csv`, { method, headers });
    expect([response.status, (await response.text()).includes('number')]).toEqual([200, method === 'GET']);
    expect(await closeUnleased()).toBe(0);
  }
  const refused = await fetch(`${server.url}/exports/spaces.csv`, { headers });
  expect(refused.status).toBe(403);
  expect(await closeUnleased()).toBe(0);
});

describe('The lease of an operation', () => {
  const resolve = () =>
    createAuthenticator(server.app, createDeprecations(schema)).resolveOperation(
      {
        authorization: `Bearer ${sandbox.keys.SELLER}`,
        account: undefined,
        userAgent: undefined,
        rateLimitKey: 'test',
      },
      { documentId: idOf(documents.find) },
    );

  test('keeps the sandbox open between authentication and execution, and until the operation has ended', async () => {
    const { lease } = await resolve();

    const afterAuthentication = await closeUnleased();
    const end = lease.start();
    lease.cancel();
    const whileRunning = await closeUnleased();
    end();

    expect([afterAuthentication, whileRunning, await closeUnleased()]).toEqual([1, 1, 0]);
  });

  test('is released by an operation that never starts', async () => {
    const { lease } = await resolve();

    lease.cancel();

    expect(await closeUnleased()).toBe(0);
  });

  const rejected = [
    ['an unknown document', { documentId: idOf('{ __typename }') }, 'OPERATION_NOT_REGISTERED'],
    ['a text that cannot be stored', { documentId: idOf(documents.find), variables: { id: '\0' } }, 'TEXT_INVALID'],
    ['a missing variable', { documentId: idOf(documents.find) }, 'BAD_USER_INPUT'],
    [
      'an unknown operation name',
      { documentId: idOf(documents.find), operationName: 'Other' },
      'OPERATION_RESOLUTION_FAILURE',
    ],
  ] as const;
  describe.each(Object.entries(wires))('over %s', (_name, wire) => {
    test.each(rejected)('is released after the rejection of %s', async (_description, params, code) => {
      const answer = await wire(server, sandbox.keys.SELLER, params);

      expect(codesOf(answer)).toEqual([code]);
      await expect.poll(closeUnleased).toBe(0);
    });

    test('is released after an operation', async () => {
      const { data } = await wire(server, sandbox.keys.SELLER, {
        documentId: idOf(documents.find),
        variables: { id: sandbox.id },
      });

      expect(data).toEqual({ node: null });
      await expect.poll(closeUnleased).toBe(0);
    });
  });

  test('is released after a mutation that was sent by GET', async () => {
    const { status } = await wires.GET(server, sandbox.keys.SELLER, {
      documentId: idOf(documents.typing),
      variables: { id: sandbox.id },
    });

    expect(status).toBe(405);
    await expect.poll(closeUnleased).toBe(0);
  });
});
