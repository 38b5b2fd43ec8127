/**
 * A partner's program: registers its operations, has itself told of events by a webhook, places an order, and follows it
 * until it is over: `PLACARD_KEY=placard_… npm run example`. A key of a sandbox (docs/partners.md) harms nobody.
 */
import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { setTimeout } from 'node:timers/promises';
import { createClient } from 'graphql-ws';
import { Webhook } from 'standardwebhooks';

const { PLACARD_URL = 'http://localhost:4000', PLACARD_KEY, PORT = '8080' } = process.env;
const authorization = `Bearer ${PLACARD_KEY}`;
// The operations, as Apollo's tools write them down: each with its id, the SHA-256 of its text.
const manifest = await readFile(new URL('./partner.manifest.json', import.meta.url), 'utf8');
const { operations }: { operations: { name: string; id: string }[] } = JSON.parse(manifest);
const ids = Object.fromEntries(operations.map(({ name, id }) => [name, id]));
// Every application may run this one without having registered it.
ids['Register'] = '6bcfaa3cdd7086e27aab8cf3d76705ca0a5e67025da25157cd43b6dca7c20f68';

// biome-ignore lint/suspicious/noExplicitAny: what was asked for; GraphQL Code Generator can make types of it
type Data = any;

async function run(name: string, variables = {}) {
  const headers = { 'content-type': 'application/json', accept: 'application/graphql-response+json', authorization };
  const body = JSON.stringify({ documentId: ids[name], variables });
  const response = await fetch(`${PLACARD_URL}/graphql`, { method: 'POST', headers, body });
  const { data, errors } = await response.json();
  if (errors) throw new Error(JSON.stringify(errors));
  const [answer] = Object.values<Data>(data);
  if (answer.code) throw new Error(`${name} was refused: ${JSON.stringify(answer)}`);
  return answer;
}

// The same version with the same operations can be registered each time that the program starts.
const { version } = await run('Register', { input: { name: 'example', version: '2', manifest } });
console.log(`registered version ${version}`);

let webhook: Webhook | undefined;
const seen = new Set<unknown>(); // In earnest it outlives the program.
const receiver = createServer(async (request, response) => {
  try {
    const body = Buffer.concat(await request.toArray()).toString();
    // Throws unless it is genuine and new.
    const event: Data = webhook?.verify(body, request.headers as Record<string, string>);
    const id = request.headers['webhook-id'];
    // An event can come again, under the same id.
    if (!seen.has(id)) console.log(`told of ${event.type}`);
    seen.add(id);
    response.writeHead(204).end();
  } catch (error) {
    console.log(`refused what came: ${error}`);
    response.writeHead(400).end();
  }
}).listen(Number(PORT), '127.0.0.1');
// In earnest the address is a public one with https, and the endpoint is made once and its secret kept.
const endpoint = { url: `http://127.0.0.1:${PORT}/`, documentId: ids['Follow'] };
const told = await run('Tell', { input: endpoint });
webhook = new Webhook(told.secret);

const offers = (await run('Offers')).edges.flatMap(({ node }: Data) => node.options);
const wish = { priceOptionIds: [offers[0].id], brief: 'An ad for tea.', paymentMethod: 'BANK_TRANSFER' };
// With this key the call can be repeated if no answer comes, and yet places one order.
const order = await run('Order', { input: { ...wish, idempotencyKey: randomUUID() } });
console.log(`placed order #${order.number}`);

const url = `${PLACARD_URL.replace(/^http/, 'ws')}/graphql`;
const client = createClient({ url, connectionParams: { authorization }, retryAttempts: 0 });
const extensions = { persistedQuery: { version: 1, sha256Hash: ids['Follow'] } };
const over = ['COMPLETED', 'REJECTED', 'CANCELLED', 'EXPIRED'];
for (let { status, cursor }: Data = order; !over.includes(status); ) {
  try {
    // From the last cursor on: after a lost connection nothing is missed, and nothing comes twice.
    const variables = { orderId: order.id, after: cursor };
    for await (const { data } of client.iterate<Data>({ query: '', extensions, variables })) {
      const { entry, code, ...now } = data.orderTimeline;
      if (code) throw new Error(`The stream is over: ${code}`);
      [cursor, status] = [now.cursor, now.order.status];
      if (entry) console.log(`${entry.number} ${entry.type}, now ${status}`);
      if (over.includes(status)) break;
    }
  } catch (error) {
    if (error instanceof Error) throw error;
    console.error('the connection is lost, and made again:', error);
    await setTimeout(1_000);
  }
}
await run('TellNoMore', { input: { endpointId: told.endpoint.id } });
await client.dispose();
receiver.close();
