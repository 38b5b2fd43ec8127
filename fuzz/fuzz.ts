/** Sends generated operations with hostile values until the time has ended, and counts the faults of the answers. */
import { inspect } from 'node:util';
import { cutText } from '../src/platform/text.ts';
import { processorMsOf } from '../test/support/processor-time.ts';
import { pick, seededRandom } from '../test/support/random.ts';
import { errorsIn } from '../test/support/raw-http.ts';
import type { LogLine, TestServer } from '../test/support/server.ts';
import { hostileText } from './hostile-values.ts';
import type { Fault, FaultKind } from './judge.ts';
import type { Operation } from './operations.ts';
import { RequestSource, raiseRates } from './request-source.ts';
import { generateRouteRequest, sendToRoute } from './requests-to-routes.ts';
import { type Answer, type Payload, wires } from './wires.ts';

/** A fault, and the request that caused it. */
export interface Finding extends Fault {
  readonly request: string;
}

export interface FuzzReport {
  readonly seed: number;
  /** Number of requests by wire. */
  readonly requests: Readonly<Record<string, number>>;
  /** Number of root fields that were called. */
  readonly fields: number;
  readonly findings: readonly Finding[];
  /** The largest processor time of one request, and that request. */
  readonly worst: { readonly ms: number; readonly request: string };
}

/** Processor time of one request on the reference machine. */
const maxMs = 200;
const requestsPerCallers = 150;

/** @returns the findings; nothing is thrown for them */
export async function fuzz(
  server: TestServer,
  { seed, seconds }: { readonly seed: number; readonly seconds: number },
): Promise<FuzzReport> {
  const random = seededRandom(seed);
  const restoreRates = raiseRates();
  const source = new RequestSource(server, random);
  const findings: Finding[] = [];
  const requests: Record<string, number> = {};
  const fields = new Set<string>();
  let worst = { ms: 0, request: '' };
  let current = '';
  const onCrash = (error: unknown) => findings.push({ kind: 'crash', detail: inspect(error), request: current });
  for (const event of crashEvents) process.on(event, onCrash);

  const take = async (wire: string, request: string, send: () => Promise<Answer>): Promise<void> => {
    current = request;
    requests[wire] = (requests[wire] ?? 0) + 1;
    const add = (faults: readonly Fault[]) => {
      for (const fault of faults) findings.push({ ...fault, request });
    };
    const answers: Answer[] = [];
    const ms = await processorMsOf(async () => answers.push(await send()), maxMs);
    for (const { judge, text } of answers) {
      add(judge());
      source.learn(text);
    }
    if (ms > worst.ms) worst = { ms, request };
    if (ms > maxMs) add([{ kind: 'processor time', detail: `${Math.round(ms)} ms` }]);
    add(takeErrors(server.logged).map((detail) => ({ kind: 'error in the log', detail })));
  };

  const endsAt = performance.now() + seconds * 1_000;
  try {
    for (let count = 0; performance.now() < endsAt; count += 1) {
      if (count % requestsPerCallers === 0) await source.refresh();
      const { caller, operation, documentId } = await source.next();
      if (random() < 0.12) {
        const { token } = caller;
        const toRoute = generateRouteRequest(server, source.known, { token, capabilities: source.capabilities });
        const { body, ...shown } = toRoute;
        await take('routes', describe({ ...shown, body: body?.toString('latin1').slice(0, 300) }), () =>
          sendToRoute(server.url, toRoute),
        );
        continue;
      }
      const [wire, send] = pick(random, Object.entries(wires));
      fields.add(`${operation.kind} ${operation.name}`);
      const payload = payloadOf(operation, documentId, random);
      const request = `${wire}, ${caller.name}: ${describe({ ...operation, documentId, body: String(payload.body) })}`;
      await take(wire, request, () => send(server.url, caller.token, payload));
    }
  } finally {
    restoreRates();
    for (const event of crashEvents) process.off(event, onCrash);
  }
  return { seed, requests, fields: fields.size, findings, worst };
}

const crashEvents = ['uncaughtException', 'unhandledRejection'] as const;

const describe = (value: object): string =>
  cutText(inspect(value, { depth: 8, maxStringLength: 1_000, maxArrayLength: 5 }), 3_000);

/** The errors that were logged since the last call. The lines are removed, because a long run has many. */
function takeErrors(logged: readonly LogLine[]): readonly string[] {
  const lines = logged as LogLine[];
  return errorsIn(lines.splice(0, lines.length));
}

/** The JSON of an operation, which is broken now and then. */
function payloadOf(operation: Operation, documentId: string | undefined, random: () => number): Payload {
  const { query, variables } = operation;
  const extra =
    random() < 0.03 ? { [hostileText({ random })]: hostileText({ random }), extensions: { a: [null] } } : {};
  const fields = { ...(documentId ? { documentId } : { query }), variables, ...extra };
  const text = JSON.stringify(fields);
  return {
    body: random() < 0.04 ? broken(text, random) : text,
    fields,
    isSubscription: operation.kind === 'subscription',
  };
}

/** A JSON text with a fault: keys that occur twice, bytes that are missing or wrong. */
function broken(text: string, random: () => number): string | Buffer {
  const at = Math.floor(random() * text.length);
  return pick<() => string | Buffer>(random, [
    () => text.replace('{', '{"query":"{ viewer { id } }","variables":{"a":1},"__proto__":{"query":"{ a }"},'),
    () => text.replaceAll('"input":{', '"input":{"id":"x","id":null,"idempotencyKey":1,'),
    () => text.slice(0, at),
    () => `${text.slice(0, at)}\\u0000${text.slice(at + 1)}`,
    () => Buffer.concat([Buffer.from(text.slice(0, at)), Buffer.from([0xff, 0xc0, 0x80]), Buffer.from(text.slice(at))]),
    () => `${text.slice(0, at)}${'['.repeat(2_000)}${text.slice(at)}`,
    () => `[${text}]`,
  ])();
}

/** The number of findings of a kind. */
export const countOf = ({ findings }: FuzzReport, kind: FaultKind): number =>
  findings.filter((finding) => finding.kind === kind).length;
