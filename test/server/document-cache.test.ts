/** Cached documents take a bounded amount of memory, and documents that are not valid take none. */
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { beforeAll, expect, test } from 'vitest';
import { tuning } from '../../src/tuning.ts';
import type { TestPerson } from '../support/factory.ts';
import { useServer } from '../support/use-server.ts';

const { factory } = useServer();
let person: TestPerson;
beforeAll(async () => {
  person = await factory.createPerson();
});

setFlagsFromString('--expose-gc');
const collectGarbage: () => void = runInNewContext('gc');
setFlagsFromString('--no-expose-gc');

function usedBytes(): number {
  collectGarbage();
  return process.memoryUsage().heapUsed;
}

const fields =
  'number brief status statusTitle progress paymentMethod paymentStatus proofStatus revision cursor '.repeat(190);
const documentCount = 100;

/** Sends different documents of the permitted size. Returns the bytes that remain in use afterwards, and the numbers of errors. */
async function sendAll(documentOf: (index: number) => string): Promise<{ bytes: number; errors: number }> {
  await person.send(documentOf(-1));
  const before = usedBytes();
  let errors = 0;
  for (let index = 0; index < documentCount; index += 1)
    errors += (await person.send(documentOf(index))).errors ? 1 : 0;
  return { bytes: usedBytes() - before, errors };
}

test('valid documents are cached up to the memory that is set for them', async () => {
  const { bytes, errors } = await sendAll((index) => `query Valid${index + 1} { order(number: 1) { ${fields} } }`);

  expect(errors).toBe(0);
  expect(bytes).toBeLessThan(2 * tuning.documents.cacheBytes);
});

test('documents that are not valid are not cached', async () => {
  const { bytes, errors } = await sendAll((index) => `query Invalid${index + 1} { order { ${fields} } }`);

  expect(errors).toBe(documentCount);
  expect(bytes).toBeLessThan(tuning.documents.cacheBytes / 4);
});
