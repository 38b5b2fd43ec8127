/** The page for Prometheus, on a port of its own. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type MetricsServer, serveMetrics } from '../../src/server/metrics-server.ts';
import { change } from '../support/partner.ts';
import { openGreetedSocket, sendRaw } from '../support/raw-http.ts';
import { useServer } from '../support/use-server.ts';
import { eventually } from '../support/wait.ts';

const { server, factory } = useServer({ config: { metricsPort: 0 } });
let page: MetricsServer;
beforeAll(async () => {
  page = await serveMetrics(server.app, { host: '127.0.0.1', port: 0 });
});
afterAll(() => page.close());

const read = async (): Promise<string> => (await fetch(`http://127.0.0.1:${page.port}/metrics`)).text();

/** The value of a series. */
async function readSeries(series: string): Promise<number> {
  const line = (await read()).split('\n').find((line) => line.startsWith(`${series} `));
  return Number(line?.slice(series.length + 1) ?? 0);
}

test('operations are counted by their outcome, and texts together', async () => {
  const ok = 'placard_operations_total{operation="text",kind="query",outcome="ok"}';
  const before = await readSeries(ok);
  const person = await factory.createPerson();
  await person.ask('query SomeNameOfTheCaller { me { id } }');
  await change(person, 'sendMessage', { orderId: person.accountId, text: 'Hello' });

  expect(await readSeries(ok)).toBe(before + 1);
  const text = await read();
  expect(text).not.toContain('SomeNameOfTheCaller');
  expect(text).toMatch(/placard_operations_total\{operation="text",kind="mutation",outcome="refused"\} 1/);
  expect(text).toMatch(/placard_refusals_total\{code="[A-Z_]+"\} 1/);
  expect(text).toMatch(/placard_operation_seconds_bucket\{kind="query",le="\+Inf"\} \d+/);
});

test('sockets, streams and events are counted while they are open, and closes by their code', async () => {
  const order = await factory.createOrder();
  const stream = order.seller.follow(
    'subscription ($id: ID!) { orderTimeline(orderId: $id) { ... on TimelineEntryAdded { cursor } } }',
    { id: order.id },
  );
  await eventually(async () => expect(await readSeries('placard_streams')).toBe(1));
  await change(order.advertiser, 'sendMessage', { orderId: order.id, text: 'Hello' });
  await stream.next();
  expect(await readSeries('placard_events_total')).toBeGreaterThan(0);
  stream.stop();
  await eventually(async () => expect(await readSeries('placard_streams')).toBe(0));

  const socket = await openGreetedSocket(server.url);
  expect(await readSeries('placard_sockets')).toBeGreaterThan(0);
  socket.send('not JSON');
  await socket.closed;
  await eventually(async () => expect(await readSeries('placard_sockets_closed_total{code="4400"}')).toBe(1));
});

test('what waits is shown with its age, and the whole page has the format of Prometheus', async () => {
  const text = await read();

  for (const name of [
    'database_up',
    'timers_late_seconds',
    'webhooks_late_seconds',
    'operator_queue',
    'uptime_seconds',
  ])
    expect(text).toMatch(new RegExp(`^placard_${name} [\\d.e-]+$`, 'm'));
  expect(text).toMatch(/^placard_pool_connections\{state="waiting"\} \d+$/m);
  expect(text).toMatch(/^placard_event_loop_delay_seconds\{quantile="0.99"\} [\d.e-]+$/m);
  for (const line of text.trimEnd().split('\n'))
    expect(line).toMatch(/^# (HELP|TYPE) \w+ .+$|^\w+(\{\w+="[^"]*"(,\w+="[^"]*")*\})? [\d.e+-]+$/);
});

test('the page is on its own port only, and that port has nothing else', async () => {
  expect((await sendRaw(server.url, { method: 'GET', path: '/metrics' })).status).toBe(404);
  expect((await fetch(`http://127.0.0.1:${page.port}/graphql`)).status).toBe(404);
});

test('each answer has the id of its request', async () => {
  const ids = await Promise.all(
    ['/graphql', '/health/live', '/nothing'].map(async (path) => {
      const { headers } = await sendRaw(server.url, { method: 'GET', path });
      return headers['x-request-id'];
    }),
  );

  expect(new Set(ids).size).toBe(3);
  for (const id of ids) expect(id).toMatch(/^[\w-]{10,}$/);
});
