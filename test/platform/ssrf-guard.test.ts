/** A caller cannot make this server call an address that is not public: not by its spelling, not by a name, not by a redirect. */
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { readConfig } from '../../src/config.ts';
import { parseTargetUrl, type Resolver } from '../../src/platform/ssrf-guard.ts';
import type { Data } from '../support/client.ts';
import type { TestOrder } from '../support/factory.ts';
import { change, createPartner, idOf, type TestPartner } from '../support/partner.ts';
import { errorsIn } from '../support/raw-http.ts';
import { useServer } from '../support/use-server.ts';
import { type Receiver, startReceiver, untilTellable } from '../support/webhook-receiver.ts';

let receiver: Receiver;
let order: TestOrder;
let partner: TestPartner;
/** The addresses of names, and the number of look-ups. */
let answers: readonly string[] | undefined = [];
let asked = 0;

const resolve: Resolver = async () => {
  asked += 1;
  if (!answers) throw new Error('getaddrinfo ENOTFOUND intranet.example');
  return answers.map((address) => ({ address, family: address.includes(':') ? 6 : 4 }));
};
const follow = 'subscription Follow($id: ID!) { orderTimeline(orderId: $id) { __typename } }';

const { server, factory } = useServer({
  config: { webhooks: { ...readConfig({}).webhooks, allowsAnyTarget: false, timeoutSeconds: 1 } },
  resolve,
});

beforeAll(async () => {
  receiver = await startReceiver();
  order = await factory.createOrder();
  partner = await createPartner(factory, { owner: order.seller, documents: [follow] });
});
afterAll(() => receiver.stop());
afterEach(() => expect(errorsIn(server.logged)).toEqual([]));

const create = (url: string): Promise<Data> =>
  change(
    partner.owner,
    'createWebhookEndpoint',
    { applicationId: partner.applicationId, url, documentId: idOf(follow), events: ['MESSAGE_SENT'] },
    '... on WebhookSecretPayload { endpoint { id } } ... on InputInvalid { problems { field message } }',
  );

test.each([
  'http://partner.example/',
  'https://127.0.0.1/',
  'https://127.1/',
  'https://2130706433/',
  'https://0x7f000001/',
  'https://0177.0.0.1/',
  'https://①②⑦.0.0.1/',
  'https://0.0.0.0/',
  'https://10.1.2.3/',
  'https://172.16.0.1/',
  'https://192.168.1.1/',
  'https://169.254.169.254/latest/meta-data/',
  'https://100.64.0.1/',
  'https://224.0.0.1/',
  'https://255.255.255.255/',
  'https://192.0.2.1/',
  'https://[::1]/',
  'https://[::]/',
  'https://[fe80::1]/',
  'https://[fc00::1]/',
  'https://[ff02::1]/',
  'https://[::ffff:127.0.0.1]/',
  'https://[::ffff:7f00:1]/',
  // IPv6 forms of IPv4 addresses: compatible, mapped, translated, NAT64, 6to4, Teredo, ISATAP.
  'https://[::7f00:1]/',
  'https://[::127.0.0.1]/',
  'https://[::10.0.0.1]/',
  'https://[::ffff:8.8.8.8]/',
  'https://[::ffff:0:127.0.0.1]/',
  'https://[64:ff9b::7f00:1]/',
  'https://[64:ff9b::808:808]/',
  'https://[64:ff9b:1::7f00:1]/',
  'https://[2002:7f00:1::]/',
  'https://[2001:0:4136:e378:8000:63bf:3fff:fdd2]/',
  'https://[fe80::5efe:7f00:1]/',
  // Documentation, benchmarking, reserved and unassigned.
  'https://198.51.100.7/',
  'https://203.0.113.7/',
  'https://198.18.0.1/',
  'https://192.0.0.1/',
  'https://192.88.99.1/',
  'https://240.0.0.1/',
  'https://[2001:db8::1]/',
  'https://[3fff::1]/',
  'https://[2001:2::1]/',
  'https://[2001:20::1]/',
  'https://[100::1]/',
  'https://[100:0:0:1::1]/',
  'https://[5f00::1]/',
  'https://[fec0::1]/',
  'https://[200::1]/',
  'https://[4000::1]/',
  'https://user:word@partner.example/',
  'https://partner.example:22/',
  'https://partner.example/#part',
  'javascript:alert(1)',
  'https://partner.example/\r\nx: y',
  'nonsense',
])('%s is refused', async (url) => {
  expect(await create(url)).toMatchObject({ __typename: 'InputInvalid', problems: [{ field: 'url' }] });
});

test.each(['https://8.8.8.8/', 'https://[2606:4700::1111]:8443/hook', 'https://partner.example/'])(
  '%s is allowed',
  (url) => {
    expect(parseTargetUrl(url, { allowsAny: false })).toEqual({ href: url });
  },
);

test.each([
  ['loopback', ['127.0.0.1']],
  ['loopback in IPv6', ['::1']],
  ['loopback wrapped in IPv6', ['::ffff:127.0.0.1']],
  ['the metadata address of clouds', ['169.254.169.254']],
  ['a public address and a private one', ['93.184.216.34', '10.0.0.1']],
  ['an IPv4-compatible address', ['::7f00:1']],
  ['NAT64', ['2606:4700::1', '64:ff9b::a00:1']],
  ['nothing', []],
  ['an error of the resolver', undefined],
])('a name that leads to %s by the time of sending is not called', async (_what, addresses) => {
  const port = new URL(receiver.url).port;
  // The creation resolves no name: the addresses are checked when the server connects.
  answers = ['93.184.216.34'];
  asked = 0;
  const created = await create(`https://rebinding.example:${port}/`);
  expect([created.__typename, asked]).toEqual(['WebhookSecretPayload', 0]);
  answers = addresses;
  await change(order.advertiser, 'sendMessage', { orderId: order.id, text: 'Hello' });
  await untilTellable(server.app);
  await server.app.sendWebhooks();

  const { node } = await partner.owner.ask(
    'query ($id: ID!) { node(id: $id) { ... on WebhookEndpoint { deliveries { edges { node { attempts { statusCode error } } } } } } }',
    { id: created.endpoint.id },
  );
  expect(node.deliveries.edges).toEqual([
    { node: { attempts: [{ statusCode: null, error: 'the name does not lead to a public address' }] } },
  ]);
  // Asked once for one connection: there is no second answer that could differ from the one that was checked.
  expect(asked).toBe(1);
  expect(receiver.received).toEqual([]);
  await change(partner.owner, 'deleteWebhookEndpoint', { endpointId: created.endpoint.id });
});
