/** The processes as data. */
import { expect, test } from 'vitest';
import { adProcess } from '../../src/process/ad.ts';
import { enumName } from '../../src/process/names.ts';
import { orderProcess, orderSteps } from '../../src/process/order.ts';
import { apiClient, type Data } from '../support/client.ts';
import { useServer } from '../support/use-server.ts';

const { server } = useServer();

const document = `query ($kind: ProcessKind!, $version: Int) { process(kind: $kind, version: $version) {
  version versions initialState
  states { name title progress waitingOn task isSuspended isFinal }
  steps {
    name mutation title from to returns roles isAutomatic isOverride agreedDate graceDays reminderDays outcome
    fields { name kind isRequired } deadlines { state days } emails { recipient template condition }
  } } }`;

test('anyone reads the process of orders, with every status and step of the table', async () => {
  const anyone = apiClient(server.url);
  const { process } = await anyone.ask(document, { kind: 'ORDER' });

  expect(process.states.map(({ name }: Data) => name)).toEqual(Object.keys(orderProcess.states));
  expect(process.steps.map(({ name }: Data) => name)).toEqual(orderSteps.map(([step]) => enumName(step)));
  const step = (name: string) => process.steps.find((one: Data) => one.name === name);
  expect(step('RESUME_ORDER')).toMatchObject({ from: ['ON_HOLD'], to: [], returns: true, mutation: 'resumeOrder' });
  expect(step('EXPIRE_ORDER')).toMatchObject({
    mutation: null,
    roles: [],
    isAutomatic: true,
    agreedDate: 'paymentDueAt',
    deadlines: expect.arrayContaining([{ state: 'PENDING', days: 14 }]),
    emails: expect.arrayContaining([{ recipient: 'SELLER', template: 'order-expired', condition: null }]),
  });
});

test('the process of ads is described, and a version that does not exist is null', async () => {
  const anyone = apiClient(server.url);

  const { process: ofAds } = await anyone.ask(document, { kind: 'AD' });
  const { process: missing } = await anyone.ask(document, { kind: 'ORDER', version: 99 });

  expect(ofAds.steps.map(({ name }: Data) => name)).toEqual(Object.keys(adProcess.steps).map(enumName));
  expect(missing).toBeNull();
});
