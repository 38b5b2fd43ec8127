/** Writers: each sends messages and takes steps with idempotency keys, and retries until it is answered. */
import { enumName } from '../src/process/names.ts';
import { type OrderStatus, orderRow, orderSteps } from '../src/process/order.ts';
import { sampleInput } from '../test/support/factory.ts';
import { pick } from '../test/support/random.ts';
import { ask, Unanswered } from './api.ts';
import type { Findings } from './findings.ts';
import type { ChaosOrder, Person } from './participants.ts';
import { canBeRepeated } from './steps.ts';

/** A request, and its outcome as the writer knows it. */
export interface Write {
  readonly kind: 'message' | 'step';
  readonly order: ChaosOrder;
  readonly person: Person;
  /** Unique; also the text of a message. */
  readonly key: string;
  readonly query: string;
  readonly input: object;
  outcome: 'acknowledged' | 'refused' | 'undecided';
  /** The code of the refusal. */
  code?: string | undefined;
  tries: number;
}

export interface Writers {
  readonly writes: readonly Write[];
  /** Lets each writer finish its current request. */
  stop(): Promise<void>;
}

interface Options {
  readonly urls: readonly string[];
  readonly random: () => number;
  readonly findings: Findings;
}

const pauses = { betweenMs: 150, retryMs: 300 };
/** In percent of all requests. */
const chances = { step: 30, markRead: 8, giveUp: 3 };
const stopTriesMs = 45_000;

const wait = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));
let writeCount = 0;

const messageQuery = `mutation ($input: SendMessageInput!) { write: sendMessage(input: $input) { __typename ... on Refusal { message code recovery } } }`;

/** A new message. */
export function newMessage(order: ChaosOrder, person: Person): Write {
  const key = `chaos-message-${++writeCount}-`;
  const input = { orderId: order.id, text: key, idempotencyKey: key };
  return { kind: 'message', order, person, key, input, query: messageQuery, outcome: 'undecided', tries: 0 };
}

/** The steps by their enum values. */
const steps = new Map(orderSteps.map(([step]) => [enumName(step), step]));

/** A step that the person may take now and that can be repeated; undefined if there is none. @throws Unanswered */
export async function newStep(
  order: ChaosOrder,
  person: Person,
  { url, random }: { url: string; random: () => number },
): Promise<Write | undefined> {
  const { order: now } = await ask<{ order: Offer }>(
    url,
    person.token,
    'query ($id: ID!) { order(id: $id) { status actions { step isAllowed } } }',
    { id: order.id },
  );
  const allowed = now.actions.flatMap(({ step: name, isAllowed }) => {
    const step = isAllowed ? steps.get(name) : undefined;
    return step && canBeRepeated(step, now.status) ? [step] : [];
  });
  if (allowed.length === 0) return undefined;
  const step = pick(random, allowed);
  const key = `chaos-step-${++writeCount}-`;
  const name = `${step.charAt(0).toUpperCase()}${step.slice(1)}`;
  return {
    kind: 'step',
    order,
    person,
    key,
    input: { orderId: order.id, idempotencyKey: key, ...sampleInput(orderRow(step)) },
    query: `mutation ($input: ${name}Input!) { write: ${step}(input: $input) { __typename ... on Refusal { message code recovery } } }`,
    outcome: 'undecided',
    tries: 0,
  };
}

interface Offer {
  readonly status: OrderStatus;
  readonly actions: readonly { readonly step: string; readonly isAllowed: boolean }[];
}

/** Sends a write to one instance after the other until it is answered, or until `mayGiveUp` returns true. */
export async function deliver(
  write: Write,
  urls: readonly string[],
  mayGiveUp: () => boolean,
  findings: Findings,
): Promise<void> {
  for (let place = 0; ; place += 1) {
    write.tries += 1;
    try {
      const { write: answer } = await ask<{ write: { code?: string; recovery?: string } }>(
        urls[place % urls.length] ?? '',
        write.person.token,
        write.query,
        { input: write.input },
      );
      write.outcome = answer.code === undefined ? 'acknowledged' : 'refused';
      write.code = answer.code;
      return;
    } catch (error) {
      if (!(error instanceof Unanswered)) {
        findings.add('unexpected answers', `${write.key}: ${String(error)}`);
        return;
      }
      if (mayGiveUp()) return;
    }
    await wait(pauses.retryMs);
  }
}

/** Starts a writer for each of these parties of orders. */
export function startWriters(
  parties: readonly { readonly order: ChaosOrder; readonly person: Person }[],
  { urls, random, findings }: Options,
): Writers {
  const writes: Write[] = [];
  let stoppedAt: number | undefined;
  const isLate = () => stoppedAt !== undefined && performance.now() - stoppedAt > stopTriesMs;

  const write = async ({ order, person }: { order: ChaosOrder; person: Person }) => {
    while (stoppedAt === undefined) {
      await wait(random() * 2 * pauses.betweenMs);
      const [first, second] = random() < 0.5 ? urls : [...urls].reverse();
      const here = [first ?? '', second ?? ''];
      const chance = random() * 100;
      if (chance < chances.markRead) await markRead(here[0] ?? '', order, person);
      else {
        const write =
          chance < chances.markRead + chances.step
            ? await newStep(order, person, { url: here[0] ?? '', random }).catch(() => undefined)
            : newMessage(order, person);
        if (!write) continue;
        writes.push(write);
        await deliver(write, here, () => isLate() || random() * 100 < chances.giveUp, findings);
      }
    }
  };
  const running = Promise.all(parties.map(write));
  return {
    writes,
    stop: async () => {
      stoppedAt = performance.now();
      await running;
    },
  };
}

/** Marks the order as read. Its outcome is not checked. */
async function markRead(url: string, order: ChaosOrder, person: Person): Promise<void> {
  await ask(url, person.token, 'mutation ($input: MarkReadInput!) { markRead(input: $input) { __typename } }', {
    input: { orderId: order.id, upTo: 1_000_000_000 },
  }).catch(() => undefined);
}
