/**
 * A partner's program, from beginning to end: registers its operations, places an order, and follows it until it is over.
 *   PLACARD_KEY=placard_… node examples/partner.ts
 * PLACARD_URL names the server; localhost if left out. A key of a sandbox (docs/partners.md) harms nobody.
 */
import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { setTimeout } from 'node:timers/promises';
import { createClient } from 'graphql-ws';
import { WebSocket } from 'ws';

const { PLACARD_URL = 'http://localhost:4000', PLACARD_KEY = '' } = process.env;
const authorization = `Bearer ${PLACARD_KEY}`;
/** The one operation that every application may run without having registered it. */
const registerOperations = '6bcfaa3cdd7086e27aab8cf3d76705ca0a5e67025da25157cd43b6dca7c20f68';

/** The operations of this program, in the format of Apollo's tools: each with the SHA-256 of its text. */
const manifest = await readFile(new URL('./partner.manifest.json', import.meta.url), 'utf8');
const operations: { name: string; id: string }[] = JSON.parse(manifest).operations;
const idOf = (name: string) => operations.find((operation) => operation.name === name)?.id;

/** Runs an operation by its id. @throws with what was wrong */
async function run(documentId: string | undefined, variables: object) {
  const response = await fetch(`${PLACARD_URL}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'application/graphql-response+json', authorization },
    body: JSON.stringify({ documentId, variables }),
  });
  const { data, errors } = await response.json();
  if (errors) throw new Error(`${response.status}: ${JSON.stringify(errors)}`);
  return data;
}

// The same version with the same operations can be registered each time that the program starts.
const registered = await run(registerOperations, { input: { name: 'example', version: '1', manifest } });
console.log('registered', registered.registerOperations.__typename);

const { spaces } = await run(idOf('Offers'), {});
const [offer] = spaces.edges.flatMap(({ node }: { node: { options: { id: string }[] } }) => node.options);
const input = { priceOptionIds: [offer.id], brief: 'An ad for tea.', paymentMethod: 'BANK_TRANSFER' };
// With a key of its own, a call that got no answer can be repeated without placing a second order.
const { placeOrder: order } = await run(idOf('Order'), { input: { ...input, idempotencyKey: randomUUID() } });
if (order.__typename !== 'Order') throw new Error(`${order.code}: ${order.message}`);
console.log(`placed order #${order.number}`);

const over = ['COMPLETED', 'REJECTED', 'CANCELLED', 'EXPIRED'];
const client = createClient({
  url: `${PLACARD_URL.replace(/^http/, 'ws')}/graphql`,
  webSocketImpl: WebSocket,
  connectionParams: { authorization },
  retryAttempts: 0,
});
let cursor: string | undefined;
let status = '';
// After a lost connection it goes on from the last cursor: nothing is missed, and nothing comes twice.
while (!over.includes(status)) {
  try {
    const extensions = { persistedQuery: { version: 1, sha256Hash: idOf('Follow') } };
    for await (const { data, errors } of client.iterate<Event>({
      query: '',
      extensions,
      variables: { orderId: order.id, after: cursor },
    })) {
      if (errors || !data) throw new Error(JSON.stringify(errors));
      // The stream says why it is over, e.g. because the key was revoked: to ask again would not help.
      if (!data.orderTimeline.entry) {
        console.error('the stream is over:', data.orderTimeline);
        process.exit(1);
      }
      const { entry, order: now } = data.orderTimeline;
      ({ cursor } = data.orderTimeline);
      ({ status } = now);
      console.log(`${entry.number} ${entry.type}${entry.message ? `: ${entry.message.text}` : ''}, now ${status}`);
      if (over.includes(status)) break;
    }
  } catch (error) {
    console.error('the stream broke off, and is taken up again:', error);
    await setTimeout(1_000);
  }
}
await client.dispose();

interface Event {
  readonly orderTimeline: {
    readonly cursor: string;
    /** Absent where the stream says why it is over. */
    readonly entry?: { readonly number: number; readonly type: string; readonly message?: { readonly text: string } };
    readonly order: { readonly status: string };
  };
}
