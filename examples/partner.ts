/**
 * A partner's program: registers its operations, receives events by webhook, places an order, and follows it to its end.
 * Run it with `PLACARD_KEY=placard_… npm run example`. A key of a sandbox (docs/partners.md) reaches no real people.
 */
import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { setTimeout } from 'node:timers/promises';
import { createClient } from 'graphql-ws';
import { Webhook } from 'standardwebhooks';

const { PLACARD_URL = 'http://localhost:4000', PLACARD_KEY, PORT = '8080' } = process.env;
const authorization = `Bearer ${PLACARD_KEY}`;
// The operations in Apollo's manifest format. The id of an operation is the SHA-256 of its text.
const manifest = await readFile(new URL('./partner.manifest.json', import.meta.url), 'utf8');
const { operations }: { operations: { name: string; id: string }[] } = JSON.parse(manifest);
const ids = Object.fromEntries(operations.map(({ name, id }) => [name, id]));
// Every application may run this operation without registering it.
ids['Register'] = 'ea4e2af40f53baffacd07bcbbfa114059db00b87c22b4261a307c7f98d268c2d';

// biome-ignore lint/suspicious/noExplicitAny: the data of an operation; GraphQL Code Generator can generate its type
type Data = any;

async function run(name: string, variables = {}) {
  const headers = { 'content-type': 'application/json', accept: 'application/graphql-response+json', authorization };
  const body = JSON.stringify({ documentId: ids[name], variables });
  const response = await fetch(`${PLACARD_URL}/graphql`, { method: 'POST', headers, body });
  const { data, errors } = await response.json();
  if (errors) throw new Error(JSON.stringify(errors));
  const [result] = Object.values<Data>(data);
  if (result.code) throw new Error(`The server refused ${name}: ${JSON.stringify(result)}`);
  return result;
}

// A program may register the same operations under the same version each time it starts.
const { version } = await run('Register', { input: { name: 'example', version: '2', manifest } });
console.log(`registered version ${version}`);

let webhook: Webhook | undefined;
const seenIds = new Set<unknown>(); // In production, persist these.
const receiver = createServer(async (request, response) => {
  try {
    const body = Buffer.concat(await request.toArray()).toString();
    // Throws unless the signature is valid and recent.
    const event: Data = webhook?.verify(body, request.headers as Record<string, string>);
    // Returning the challenge proves that the endpoint belongs to this program. Events follow.
    if (event.type === 'webhook.verification') return response.end(event.data.challenge);
    const id = request.headers['webhook-id'];
    // An event may be delivered again, with the same id.
    if (!seenIds.has(id)) console.log(`received ${event.type}`);
    seenIds.add(id);
    response.writeHead(204).end();
  } catch (error) {
    console.log(`rejected a request: ${error}`);
    response.writeHead(400).end();
  }
}).listen(Number(PORT), '127.0.0.1');
// In production, use a public https address, create the endpoint once, and store its secret.
const endpoint = { url: `http://127.0.0.1:${PORT}/`, documentId: ids['OrderTimeline'] };
const created = await run('CreateWebhookEndpoint', { input: endpoint });
webhook = new Webhook(created.secret);

const options = (await run('Spaces')).edges.flatMap(({ node }: Data) => node.options);
const request = { priceOptionIds: [options[0].id], brief: 'An ad for tea.', paymentMethod: 'BANK_TRANSFER' };
// With an idempotency key, a request without a response can be repeated, and only one order is placed.
const order = await run('PlaceOrder', { input: { ...request, idempotencyKey: randomUUID() } });
console.log(`placed order #${order.number}`);

const url = `${PLACARD_URL.replace(/^http/, 'ws')}/graphql`;
const client = createClient({ url, connectionParams: { authorization }, retryAttempts: 0 });
const extensions = { persistedQuery: { version: 1, sha256Hash: ids['OrderTimeline'] } };
const finalStatuses = ['COMPLETED', 'REJECTED', 'CANCELLED', 'EXPIRED'];
for (let { status, cursor }: Data = order; !finalStatuses.includes(status); ) {
  try {
    // After a lost connection, the last cursor continues the timeline without gaps and without repeated entries.
    const variables = { orderId: order.id, after: cursor };
    for await (const { data } of client.iterate<Data>({ query: '', extensions, variables })) {
      const { entry, code, ...current } = data.orderTimeline;
      if (code) throw new Error(`The subscription has ended: ${code}`);
      [cursor, status] = [current.cursor, current.order.status];
      if (entry) console.log(`${entry.number} ${entry.type}, now ${status}`);
      if (finalStatuses.includes(status)) break;
    }
  } catch (error) {
    if (error instanceof Error) throw error;
    console.error('lost the connection, reconnecting:', error);
    await setTimeout(1_000);
  }
}
await run('DeleteWebhookEndpoint', { input: { endpointId: created.endpoint.id } });
await client.dispose();
receiver.close();
