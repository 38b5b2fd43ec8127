/** The loop over items whose time has come. */
import { expect, test } from 'vitest';
import { forEachDue } from '../../src/platform/due-items.ts';
import { tuning } from '../../src/tuning.ts';

interface Item {
  readonly name: string;
  readonly subject: string;
}

test('items of one subject are handled in order, and those of others at the same time, up to a limit', async () => {
  const subjects = ['a', 'b', 'c', 'd', 'e', 'f'];
  const items = subjects.flatMap((subject) => [1, 2].map((turn) => ({ name: `${subject}${turn}`, subject })));
  const ended: string[] = [];
  let running = 0;
  let maxRunning = 0;
  const find = async () => items.filter(({ name }) => !ended.includes(name));

  const count = await forEachDue<Item>({
    name: 'item',
    log: { error: () => undefined },
    find,
    subject: ({ subject }) => subject,
    handle: async ({ name }) => {
      running += 1;
      maxRunning = Math.max(maxRunning, running);
      await new Promise((resolve) => setImmediate(resolve));
      running -= 1;
      ended.push(name);
      return true;
    },
    reschedule: async () => undefined,
  });

  expect(count).toBe(items.length);
  expect(maxRunning).toBe(tuning.backgroundTasks.maxConcurrentDueItems);
  for (const subject of subjects)
    expect(ended.filter((name) => name.startsWith(subject))).toEqual([`${subject}1`, `${subject}2`]);
});
