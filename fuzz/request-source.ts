/** The callers of a fuzz run, and valid requests that it corrupts. */

import { limits } from '../src/limits.ts';
import { type OrderStep, orderRow, orderSteps } from '../src/process/order.ts';
import { type Factory, factoryFor, inRole, sampleInput, type TestOrder } from '../test/support/factory.ts';
import { createPartner, idOf, register, type TestPartner } from '../test/support/partner.ts';
import { pick } from '../test/support/random.ts';
import { repeatableMutations } from '../test/support/repeatable.ts';
import type { TestServer } from '../test/support/server.ts';
import type { ValueContext } from './hostile-values.ts';
import {
  argumentsFor,
  corruptInput,
  documentOf,
  generateOperation,
  nodeTypeNames,
  type Operation,
  type RootField,
  rootFields,
} from './operations.ts';

/** A caller: its name for reports, and its token. */
export interface Caller {
  readonly name: 'anonymous' | 'advertiser' | 'seller' | 'operator' | 'application';
  readonly token: string | undefined;
}

/** A request of a caller. */
export interface Request {
  readonly caller: Caller;
  readonly operation: Operation;
  /** The id of the registered document; absent if the text is sent. */
  readonly documentId?: string;
}

/** A valid request, from which corrupt ones are made. */
interface Valid {
  readonly token: string | undefined;
  readonly input: Readonly<Record<string, unknown>>;
}

const maxKnown = 400;

/** The limits of rates would refuse most of the requests. */
export function raiseRates(): () => void {
  const usual = structuredClone(limits.rates);
  for (const rate of Object.values(limits.rates)) Object.assign(rate, { points: 100_000_000 });
  return () => Object.assign(limits.rates, usual);
}

/** Makes the requests of a run. Each is decided by the random numbers. */
export class RequestSource {
  readonly #server: TestServer;
  readonly #random: () => number;
  readonly #factory: Factory;
  readonly #makers: Readonly<Record<string, () => Promise<Valid>>>;
  readonly #valid = new Map<string, Valid[]>();
  readonly #documents = new Map<string, string | undefined>();
  readonly #ids: string[] = [];
  readonly #cursors: string[] = [];
  readonly #capabilities: string[] = [];
  #callers: readonly Caller[] = [];
  #partner: TestPartner | undefined;
  #settings: object | undefined;

  constructor(server: TestServer, random: () => number) {
    this.#server = server;
    this.#random = random;
    this.#factory = factoryFor(server, { sessionDays: 1_000 });
    const repeatable = Object.entries(repeatableMutations(server, this.#factory)).map(
      ([name, make]) => [name, async () => make().then(({ who, input }) => ({ token: who.token, input }))] as const,
    );
    const steps = orderSteps.filter(([, { by }]) => by.some((role) => role !== 'system'));
    this.#makers = Object.fromEntries([
      ...repeatable,
      ...steps.map(([step]) => [step, () => this.#validStep(step)] as const),
    ]);
  }

  get known(): ValueContext {
    return {
      isTyped: this.#random() < 0.6,
      random: this.#random,
      ids: this.#ids,
      cursors: this.#cursors,
      typeNames: nodeTypeNames,
    };
  }

  /** Makes callers, because those before may have left their accounts; and the settings, because an operator changed them. */
  async refresh(): Promise<void> {
    const { db } = this.#server.app;
    this.#settings ??= (await db.marketplace.findFirst()) ?? {};
    await db.marketplace.updateMany({ data: this.#settings });
    const order = await this.#factory.createOrder({ status: 'PROCESSING' });
    this.#partner = await createPartner(this.#factory, { owner: order.seller });
    this.#documents.clear();
    this.#callers = [
      { name: 'anonymous', token: undefined },
      { name: 'advertiser', token: order.advertiser.token },
      { name: 'seller', token: order.seller.token },
      { name: 'operator', token: order.operator.token },
      { name: 'application', token: this.#partner.key },
    ];
    this.#keep(this.#ids, order.id);
    for (const { text } of this.#server.app.mailbox?.letters().slice(-20) ?? []) this.learn(text);
  }

  /** The next request. */
  async next(): Promise<Request> {
    const caller = pick(this.#random, this.#callers);
    if (caller.name === 'application') return this.#ofApplication(caller);
    if (this.#random() < 0.5) return this.#corrupted(caller);
    return { caller, operation: generateOperation(this.known, pick(this.#random, rootFields)) };
  }

  /** Paths of addresses that work, such as those of uploads, receipts and setup links. */
  get capabilities(): readonly string[] {
    return this.#capabilities;
  }

  /** Takes ids, cursors and addresses from a text. */
  learn(text: string): void {
    for (const [, name, value] of text.matchAll(/"(id|cursor|endCursor|\w+Id)":"([\w-]{4,200})"/g))
      if (value) this.#keep(/cursor/i.test(name ?? '') ? this.#cursors : this.#ids, value);
    const { publicUrl } = this.#server.app.config;
    for (const [address] of text.matchAll(/https?:\/\/[\w.:-]+\/[\w./%-]+/g))
      if (address.startsWith(`${publicUrl}/`)) this.#keep(this.#capabilities, address.slice(publicUrl.length));
  }

  #keep(list: string[], value: string): void {
    if (list.length < maxKnown) list.push(value);
    else list[Math.floor(this.#random() * maxKnown)] = value;
  }

  /** A valid request with a hostile value, usually of the person whose request it is. */
  async #corrupted(caller: Caller): Promise<Request> {
    const mutations = rootFields.filter(([kind, { name }]) => kind === 'mutation' && this.#makers[name]);
    const [, field] = pick(this.#random, mutations);
    const valid = await this.#validRequest(field);
    if (!valid) return { caller, operation: generateOperation(this.known, ['mutation', field]) };
    const operation = corruptInput(this.known, field, valid.input);
    return { caller: this.#random() < 0.85 ? { name: caller.name, token: valid.token } : caller, operation };
  }

  async #validRequest({ name }: RootField): Promise<Valid | undefined> {
    const requests = this.#valid.get(name) ?? [];
    this.#valid.set(name, requests);
    if (requests.length > 0 && this.#random() < 0.7) return pick(this.#random, requests);
    // A subject may need settings that a request has changed: then the request is generated without it.
    const valid = await this.#makers[name]?.().catch(() => undefined);
    if (valid) requests.splice(0, requests.length > 5 ? 1 : 0, valid);
    for (const value of Object.values(valid?.input ?? {}))
      if (typeof value === 'string' && /^[\w-]{20,200}$/.test(value)) this.#keep(this.#ids, value);
    return valid ?? requests.at(-1);
  }

  async #validStep(step: OrderStep): Promise<Valid> {
    const row = orderRow(step);
    const order: TestOrder = await this.#factory.createOrderFor(step);
    const role = row.by.find((one) => one !== 'system');
    const input = row.from.length > 0 ? { orderId: order.id, ...sampleInput(row) } : sampleInput(row);
    return { token: role && inRole(order, role).token, input };
  }

  /** A registered document with hostile values. What an application may not register is sent as text. */
  async #ofApplication(caller: Caller): Promise<Request> {
    const root = pick(this.#random, rootFields);
    const [kind, field] = root;
    const documentId = await this.#documentId(root);
    if (documentId === undefined || this.#random() < 0.05)
      return { caller, operation: generateOperation(this.known, root) };
    const variables = argumentsFor(this.known, field);
    return { caller, operation: { kind, name: field.name, query: '', variables }, documentId };
  }

  async #documentId(root: (typeof rootFields)[number]): Promise<string | undefined> {
    const [kind, { name }] = root;
    const key = `${kind} ${name}`;
    if (!this.#partner || this.#documents.has(key)) return this.#documents.get(key);
    const text = documentOf(this.known, root);
    const id = await register(this.#partner, [text], { name: key }).then(
      () => idOf(text),
      () => undefined,
    );
    this.#documents.set(key, id);
    return id;
  }
}
