/** Writers: they send messages and take steps under keys of their own, and ask again until they are answered. */
import { type OrderStatus, type OrderStep, orderRow } from '../src/process/order.ts';
import { sampleInput } from '../test/support/factory.ts';
import { pick } from '../test/support/random.ts';
import { ask, Unanswered } from './api.ts';
import type { Findings } from './findings.ts';
import type { ChaosOrder, Person } from './participants.ts';
import { leadsRound } from './steps.ts';

/** Something that was asked for, and what its writer knows of it. */
export interface Deed {
  readonly kind: 'message' | 'step';
  readonly order: ChaosOrder;
  readonly person: Person;
  /** Unique, and the text of a message too. */
  readonly key: string;
  readonly query: string;
  readonly input: object;
  fate: 'acknowledged' | 'refused' | 'undecided';
  /** What it was refused with. */
  code?: string | undefined;
  tries: number;
}

export interface Writers {
  readonly deeds: readonly Deed[];
  /** Lets each finish what it is at. */
  stop(): Promise<void>;
}

interface Surroundings {
  readonly urls: readonly string[];
  readonly random: () => number;
  readonly findings: Findings;
}

const pauses = { betweenMs: 150, retryMs: 300 };
/** Of a hundred deeds. */
const chances = { step: 30, markRead: 8, giveUp: 3 };
const stopTriesMs = 45_000;

const wait = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));
let made = 0;

const messageQuery = `mutation ($input: SendMessageInput!) { deed: sendMessage(input: $input) { __typename ... on Refusal { message code recovery } } }`;

/** A message that nobody has sent yet. */
export function newMessage(order: ChaosOrder, person: Person): Deed {
  const key = `chaos-message-${++made}-`;
  const input = { orderId: order.id, text: key, idempotencyKey: key };
  return { kind: 'message', order, person, key, input, query: messageQuery, fate: 'undecided', tries: 0 };
}

/** A step that this person may take now and that leads round; nothing if there is none. @throws Unanswered */
export async function newStep(
  order: ChaosOrder,
  person: Person,
  { url, random }: { url: string; random: () => number },
): Promise<Deed | undefined> {
  const { order: now } = await ask<{ order: Offer }>(
    url,
    person.token,
    'query ($id: ID!) { order(id: $id) { status actions { step isAllowed } } }',
    { id: order.id },
  );
  const allowed = now.actions.filter(({ step, isAllowed }) => isAllowed && leadsRound(step, now.status));
  if (allowed.length === 0) return undefined;
  const { step } = pick(random, allowed);
  const key = `chaos-step-${++made}-`;
  const name = `${step.charAt(0).toUpperCase()}${step.slice(1)}`;
  return {
    kind: 'step',
    order,
    person,
    key,
    input: { orderId: order.id, idempotencyKey: key, ...sampleInput(orderRow(step)) },
    query: `mutation ($input: ${name}Input!) { deed: ${step}(input: $input) { __typename ... on Refusal { message code recovery } } }`,
    fate: 'undecided',
    tries: 0,
  };
}

interface Offer {
  readonly status: OrderStatus;
  readonly actions: readonly { readonly step: OrderStep; readonly isAllowed: boolean }[];
}

/** Asks for a deed at one instance after the other until it is answered, or `mayGiveUp` says so. */
export async function deliver(
  deed: Deed,
  urls: readonly string[],
  mayGiveUp: () => boolean,
  findings: Findings,
): Promise<void> {
  for (let place = 0; ; place += 1) {
    deed.tries += 1;
    try {
      const { deed: answer } = await ask<{ deed: { code?: string; recovery?: string } }>(
        urls[place % urls.length] ?? '',
        deed.person.token,
        deed.query,
        { input: deed.input },
      );
      deed.fate = answer.code === undefined ? 'acknowledged' : 'refused';
      deed.code = answer.code;
      return;
    } catch (error) {
      if (!(error instanceof Unanswered)) {
        findings.add('unexpected answers', `${deed.key}: ${String(error)}`);
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
  { urls, random, findings }: Surroundings,
): Writers {
  const deeds: Deed[] = [];
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
        const deed =
          chance < chances.markRead + chances.step
            ? await newStep(order, person, { url: here[0] ?? '', random }).catch(() => undefined)
            : newMessage(order, person);
        if (!deed) continue;
        deeds.push(deed);
        await deliver(deed, here, () => isLate() || random() * 100 < chances.giveUp, findings);
      }
    }
  };
  const running = Promise.all(parties.map(write));
  return {
    deeds,
    stop: async () => {
      stoppedAt = performance.now();
      await running;
    },
  };
}

/** Reads to the end; whether it was done is asked by nobody. */
async function markRead(url: string, order: ChaosOrder, person: Person): Promise<void> {
  await ask(url, person.token, 'mutation ($input: MarkReadInput!) { markRead(input: $input) { __typename } }', {
    input: { orderId: order.id, upTo: 1_000_000_000 },
  }).catch(() => undefined);
}
