/** The process table, and everything that is derived from it. */
import { describe, expect, test } from 'vitest';
import { fireDueTimers } from '../../src/orders/fire-timers.ts';
import { validateProcess } from '../../src/process/analyze.ts';
import { defineProcess, type Process } from '../../src/process/define.ts';
import { chatText, images, text } from '../../src/process/fields.ts';
import { enumName } from '../../src/process/names.ts';
import {
  type OrderStatus,
  type OrderStep,
  orderProcess,
  orderRow,
  orderState,
  orderStatuses,
  orderSteps,
} from '../../src/process/order.ts';
import type { Data } from '../support/client.ts';
import { inRole, sampleInput, type TestOrder, takeStepAs } from '../support/factory.ts';
import { startServer } from '../support/server.ts';
import { useServer } from '../support/use-server.ts';

const { server, factory } = useServer();

describe('the table', () => {
  test('has no fault that the compiler cannot see', () => {
    const faults = validateProcess(orderProcess);

    expect(faults).toEqual([]);
  });

  const sound = defineProcess({
    name: 'Sound',
    initial: 'OPEN',
    states: { OPEN: { title: 'Open' }, SHUT: { title: 'Shut', final: true } },
    steps: { shut: { title: 'Shut it', event: 'doorShut', from: ['OPEN'], to: 'SHUT', by: ['seller'] } },
  }) as Process;
  const step = { title: 'A step', event: 'stepTaken', from: ['OPEN'], to: 'SHUT', by: ['seller'] } as const;

  test.each<[string, Process]>([
    ['LOST cannot be reached', { ...sound, states: { ...sound.states, LOST: { title: 'Lost', final: true } } }],
    [
      'STUCK is a dead end',
      {
        ...sound,
        states: { ...sound.states, STUCK: { title: 'Stuck' } },
        steps: { ...sound.steps, stick: { ...step, to: 'STUCK' } },
      },
    ],
    [
      'SHUT is final, but reopen leads out of it',
      { ...sound, steps: { ...sound.steps, reopen: { ...step, from: ['SHUT'], to: 'OPEN' } } },
    ],
    [
      'tick is taken by the clock, but not open to the system',
      { ...sound, steps: { ...sound.steps, tick: { ...step, afterDays: 1 } } },
    ],
    [
      'tick is open to the system alone, but no clock takes it',
      { ...sound, steps: { ...sound.steps, tick: { ...step, by: ['system'] } } },
    ],
    [
      'tick is reminded of before its time begins',
      {
        ...sound,
        steps: {
          ...sound.steps,
          tick: { ...step, by: ['system'], afterDays: 2, reminder: { daysBefore: 2, mails: {} } },
        },
      },
    ],
    [
      'back goes back from a state that is not set aside',
      { ...sound, steps: { ...sound.steps, back: { ...step, to: '<' } } },
    ],
    [
      'put goes where its input says, but does not ask for it',
      { ...sound, steps: { ...sound.steps, put: { ...step, to: { field: 'status', targets: { SHUT: 'SHUT' } } } } },
    ],
    ['push is forced without a reason', { ...sound, steps: { ...sound.steps, push: { ...step, override: true } } }],
    [
      'say must have the effect postToChat',
      {
        ...sound,
        steps: { ...sound.steps, say: { ...step, input: { words: chatText('Words.') } } },
      },
    ],
    [
      'show must have the effect attachFiles',
      { ...sound, steps: { ...sound.steps, show: { ...step, input: { pictures: images('Pictures.') } } } },
    ],
    [
      'report asks for one of several, but not each of them may be left out',
      { ...sound, steps: { ...sound.steps, report: { ...step, input: { words: text('Words.') }, oneOf: ['words'] } } },
    ],
  ])('is faulty when %s', (fault, process) => {
    const faults = validateProcess(process);

    expect(faults).toEqual([expect.stringContaining(fault)]);
  });
});

const people = ['advertiser', 'seller', 'operator'] as const;
const stepsOfPeople = orderSteps.filter(([, row]) => row.from.length > 0 && row.by.some((role) => role !== 'system'));

describe.each(orderStatuses)('in %s', (status) => {
  test('every step answers every role with success or a typed refusal, as `actions` predicted', async () => {
    let order = await factory.createOrder({ status });
    let before = await viewsOf(order);

    for (const role of people) {
      for (const [step, row] of stepsOfPeople) {
        const predictedAction = before[role].actions.find((action: Data) => action.step === enumName(step));
        const answer = await takeStepAs(inRole(order, role), order, step, inputFor(step, status));

        const mayTake = row.by.includes(role) && row.from.includes(status) && !before[role].blocked.has(enumName(step));
        expect(predictedAction?.isAllowed ?? false, `${role} ${step}`).toBe(mayTake);
        if (mayTake) {
          expect(answer, `${role} ${step}: ${answer.message}`).toMatchObject({
            __typename: 'Order',
            revision: before.revision + 1,
          });
          order = await factory.createOrder({ status });
          before = await viewsOf(order);
        } else {
          const code = !row.by.includes(role)
            ? 'WRONG_ROLE'
            : row.from.includes(status)
              ? 'CONDITION_NOT_MET'
              : 'WRONG_STATUS';
          const allowedSteps = before[role].actions
            .filter((action: Data) => action.isAllowed)
            .map((action: Data) => action.step);
          expect(answer).toMatchObject({
            __typename: 'StepNotAllowed',
            code,
            step: enumName(step),
            current: { status, revision: before.revision, allowedSteps },
          });
        }
      }
    }

    expect(await viewsOf(order), 'a refused step changes nothing').toEqual(before);
  });

  test('progress, awaited roles and next steps follow from the table', async () => {
    const order = await factory.createOrder({ status });

    const now = await viewsOf(order);

    const state = orderState(status);
    if (!state.suspends) expect(now.progress).toBe(state.progress ?? null);
    if (state.waitingOn) expect(now.waitingOn).toContain(state.waitingOn.toUpperCase());
    if (state.final) expect(now.waitingOn).toEqual([]);
    for (const role of people) {
      expect(now[role].needsAttention).toBe(now.waitingOn.includes(role.toUpperCase()));
      for (const { step } of now[role].nextSteps) {
        if (step) expect(now[role].actions).toContainEqual(expect.objectContaining({ step, isAllowed: true }));
      }
      if (now[role].needsAttention)
        expect(now[role].nextSteps, `${role} is expected to act and has a next step`).not.toEqual([]);
    }
  });
});

test('an order on hold keeps its progress, waits for the party that the hold names, and returns to its former status', async () => {
  const order = await factory.createOrder({ status: 'PROCESSING' });
  await takeStepAs(order.seller, order, 'putOnHold', { reason: 'The picture is too small.', mustAct: 'ADVERTISER' });

  const held = await viewsOf(order);
  await takeStepAs(order.seller, order, 'resumeOrder');
  const resumed = await viewsOf(order);

  expect(held).toMatchObject({ status: 'ON_HOLD', progress: 75, waitingOn: ['ADVERTISER'] });
  expect(held.advertiser.nextSteps).toEqual([{ step: null, title: orderState('ON_HOLD').advice }]);
  expect(resumed).toMatchObject({ status: 'PROCESSING', progress: 75, waitingOn: ['SELLER', 'ADVERTISER'] });
});

test('a completed order waits for proof until it is submitted, and can be completed without proof', async () => {
  const order = await factory.createOrder({ status: 'COMPLETED' });

  const without = await viewsOf(order);
  await takeStepAs(order.seller, order, 'submitProof', { link: 'https://harbour.example/ad' });
  const proven = await viewsOf(order);

  const toShow = { step: 'SUBMIT_PROOF', title: orderRow('submitProof').title };
  expect(without).toMatchObject({ progress: 100, proofStatus: 'REQUESTED' });
  expect(without.seller.nextSteps).toContainEqual(toShow);
  expect(proven).toMatchObject({ proofStatus: 'SUBMITTED', status: 'COMPLETED' });
  expect(proven.seller.nextSteps).not.toContainEqual(toShow);
});

test('an override is marked as such, has a reason, and must name a different status', async () => {
  const order = await factory.createOrder({ status: 'REJECTED' });

  const same = await takeStepAs(order.operator, order, 'overrideOrderStatus', {
    status: 'REJECTED',
    reason: 'A mistake.',
  });
  const other = await takeStepAs(order.operator, order, 'overrideOrderStatus', {
    status: 'PAYMENT_REQUIRED',
    reason: 'They agreed after all.',
  });
  const { order: read } = await order.advertiser.ask(
    `query ($id: ID!) { order(id: $id) { status timeline(first: 50) { edges { node { type isOverride ... on OrderStatusOverriddenEntry { reason overrideTo: status } } } } } }`,
    { id: order.id },
  );
  const paid = await takeStepAs(order.seller, order, 'confirmPayment', { reference: 'A1' });

  expect(same).toMatchObject({ __typename: 'InputInvalid', problems: [{ field: 'status' }] });
  expect(other).toMatchObject({ __typename: 'Order', status: 'PAYMENT_REQUIRED' });
  const forced = read.timeline.edges.map(({ node }: Data) => node).filter(({ isOverride }: Data) => isOverride);
  expect(forced).toEqual([
    {
      type: 'ORDER_STATUS_OVERRIDDEN',
      isOverride: true,
      reason: 'They agreed after all.',
      overrideTo: 'PAYMENT_REQUIRED',
    },
  ]);
  expect(paid, 'an override into PAYMENT_REQUIRED opens the payment that it waits for').toMatchObject({
    __typename: 'Order',
    status: 'PAYMENT_RECEIVED',
  });
});

test('an order that was put back after its payment cannot end without a refund', async () => {
  const order = await factory.createOrder({ status: 'PAYMENT_RECEIVED' });
  await takeStepAs(order.operator, order, 'overrideOrderStatus', { status: 'PENDING', reason: 'Once more.' });

  const answer = await takeStepAs(order.advertiser, order, 'cancelOrder');

  expect(answer).toMatchObject({ __typename: 'StepNotAllowed', code: 'CONDITION_NOT_MET' });
});

test('only steps open to people are mutations', async () => {
  const { __schema } = await (await factory.createPerson()).ask('{ __schema { mutationType { fields { name } } } }');

  const names = new Set(__schema.mutationType.fields.map(({ name }: Data) => name));
  for (const [step, row] of orderSteps) expect(names.has(step), step).toBe(row.by.some((role) => role !== 'system'));
});

test('an approval needs no text, and adds no message; other answers need one', async () => {
  const order = await factory.createOrder();
  await takeStepAs(order.seller, order, 'requestFeedback', { question: 'Which picture?' });

  const empty = await takeStepAs(order.advertiser, order, 'provideFeedback', { kind: 'EDITS' });
  const approved = await takeStepAs(order.advertiser, order, 'provideFeedback', { kind: 'APPROVAL' });

  const { order: read } = await order.seller.ask(
    `query ($id: ID!) { order(id: $id) { messages(first: 10) { edges { node { text } } }
      timeline(last: 20) { edges { node { ... on FeedbackProvidedEntry { kind answer } } } } } }`,
    { id: order.id },
  );
  expect(empty).toMatchObject({ __typename: 'InputInvalid', problems: [{ field: 'answer', message: 'is required' }] });
  expect(approved).toMatchObject({ __typename: 'Order', status: 'FEEDBACK_PROVIDED' });
  expect(read.messages.edges).toEqual([{ node: { text: 'Which picture?' } }]);
  expect(read.timeline.edges).toContainEqual({ node: { kind: 'APPROVAL', answer: '' } });
});

test('the text of a step is in the chat at the number of its entry', async () => {
  const order = await factory.createOrder();
  await takeStepAs(order.seller, order, 'requestFeedback', {
    question: 'Which picture?',
    draft: 'Tea. Awake, gently.',
  });
  await takeStepAs(order.advertiser, order, 'provideFeedback', { kind: 'APPROVAL', answer: 'The second.' });

  const { order: read } = await order.seller.ask(
    'query ($id: ID!) { order(id: $id) { messages(first: 10) { edges { node { number text authorRole } } } timeline(first: 10) { edges { node { number type message { text } } } } } }',
    { id: order.id },
  );

  const numberOf = (type: string) => read.timeline.edges.find(({ node }: Data) => node.type === type).node.number;
  expect(read.messages.edges.map(({ node }: Data) => node)).toEqual([
    { number: numberOf('FEEDBACK_REQUESTED'), text: 'Which picture?\n\nTea. Awake, gently.', authorRole: 'SELLER' },
    { number: numberOf('FEEDBACK_PROVIDED'), text: 'The second.', authorRole: 'ADVERTISER' },
  ]);
});

test.each(['PENDING', 'FEEDBACK_REQUIRED', 'PAYMENT_REQUIRED'] as const)(
  'a timer of the status %s never fires after the order has left that status',
  async (status) => {
    const order = await factory.createOrder({ status });
    server.clock.advance({ days: 13 });
    await takeStepAs(order.operator, order, 'overrideOrderStatus', { status: 'PROCESSING', reason: 'Out of it.' });
    await takeStepAs(order.operator, order, 'overrideOrderStatus', { status, reason: 'And back.' });

    server.clock.advance({ days: 2 });
    await fireDueTimers(server.app);
    const early = await viewsOf(order);
    server.clock.advance({ days: 12 });
    await fireDueTimers(server.app);
    const { status: late } = await server.app.db.order.findUniqueOrThrow({ where: { number: order.number } });

    expect(early.status).toBe(status);
    expect(late).toBe('EXPIRED');
  },
);

test('the clock takes its steps automatically', async () => {
  const ticking = await startServer({ beside: server, runsTasks: true });
  const order = await factory.createOrder();
  server.clock.advance({ days: 14 });

  await expect
    .poll(async () => (await server.app.db.order.findUnique({ where: { number: order.number } }))?.status)
    .toBe('EXPIRED');
  await ticking.stop();
});

test('a timer that fails is tried again later and delays no other timer', async () => {
  const [broken, sound] = [await factory.createOrder(), await factory.createOrder()];
  const { id } = await server.app.db.order.findUniqueOrThrow({ where: { number: broken.number } });
  await server.app.db.order.update({ where: { id }, data: { suspendedStates: {} } });
  server.clock.advance({ days: 15 });

  await fireDueTimers(server.app);
  const { status: other } = await server.app.db.order.findUniqueOrThrow({ where: { number: sound.number } });
  await server.app.db.order.update({ where: { id }, data: { suspendedStates: [] } });
  server.clock.advance({ days: 1 });
  await fireDueTimers(server.app);
  const { status: repaired } = await server.app.db.order.findUniqueOrThrow({ where: { id } });

  expect(other).toBe('EXPIRED');
  expect(repaired).toBe('EXPIRED');
});

/** The views of an order, one for each role. */
async function viewsOf(order: TestOrder): Promise<Data> {
  const views: Record<string, Data> = {};
  for (const role of people) {
    const { order: view } = await inRole(order, role).ask(
      'query ($id: ID!) { order(id: $id) { status revision progress proofStatus waitingOn cursor needsAttention nextSteps { step title } actions { step isAllowed blockedReasonCode } } }',
      { id: order.id },
    );
    views[role] = {
      ...view,
      blocked: new Set(
        view.actions
          .filter((action: Data) => action.blockedReasonCode === 'CONDITION_NOT_MET')
          .map((action: Data) => action.step),
      ),
    };
  }
  // A mail that is sent adds an entry, which changes the cursor.
  const { cursor: _, needsAttention: __, nextSteps: ___, actions: ____, blocked: _____, ...shared } = views['seller'];
  return { ...shared, ...Object.fromEntries(people.map((role) => [role, { ...views[role], cursor: undefined }])) };
}

/** Sample input of a step for an order in `status`. */
function inputFor(step: OrderStep, status: OrderStatus): Record<string, unknown> {
  const sample = sampleInput(orderRow(step));
  return sample['status'] === status ? { ...sample, status: orderStatuses.find((other) => other !== status) } : sample;
}
