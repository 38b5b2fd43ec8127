/** OAuth is not offered in a sandbox: its people exist to be tried out, and its applications have keys. */
import { beforeAll, expect, test } from 'vitest';
import { createOAuthPartner } from '../support/oauth.ts';
import { change, codesOf, idOf, wires } from '../support/partner.ts';
import { sendRaw } from '../support/raw-http.ts';
import { createSandbox, rowIdOf, type TestSandbox, withTemplate } from '../support/sandbox.ts';
import { useServer } from '../support/use-server.ts';

const { server, factory } = useServer();
const whoAmI = 'query WhoAmI { viewer { name } }';
let sandbox: TestSandbox;

beforeAll(async () => {
  await withTemplate(server);
  sandbox = await createSandbox(server, await factory.createPerson(), [whoAmI]);
});

test('The addresses of OAuth answer in a sandbox that it is not available', async () => {
  const paths = [
    ['GET', '/oauth/authorize?client_id=x'],
    ['GET', '/oauth/consent/x'],
    ['POST', '/oauth/token'],
    ['POST', '/oauth/revoke'],
    ['GET', '/.well-known/oauth-authorization-server'],
  ];
  for (const [method = '', path] of paths) {
    const { status, text } = await sendRaw(server.url, {
      method,
      path: `/sandboxes/${rowIdOf(sandbox.id)}${path}`,
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: method === 'POST' ? 'grant_type=refresh_token' : '',
    });
    expect([path, status, JSON.parse(text).errors[0].extensions.code]).toEqual([path, 403, 'OAUTH_UNAVAILABLE']);
  }
});

test('An access token of the marketplace is unknown in a sandbox, and one with the prefix of a sandbox is unknown everywhere', async () => {
  const [prefix = ''] = sandbox.keys.SELLER.split('placard_pk_');
  const partner = await createOAuthPartner(factory);

  const answer = await wires.POST(server, `${prefix}placard_at_${'0'.repeat(64)}`, { documentId: idOf(whoAmI) });

  expect([answer.status, codesOf(answer)]).toEqual([401, ['ACCESS_TOKEN_INVALID']]);
  expect((await wires.POST(server, sandbox.keys.SELLER, { documentId: idOf(whoAmI) })).status).toBe(200);
  expect((await change(partner.owner, 'deleteApplication', { applicationId: partner.applicationId })).__typename).toBe(
    'ApplicationDeleted',
  );
});
