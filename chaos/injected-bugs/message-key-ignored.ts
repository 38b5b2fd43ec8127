/** A message is sent again although its key is known. */
import { plant } from '../injected-bug.ts';

plant('src/messages/send-message.ts', [
  ['const key = idempotencyKey ?? null;', 'const key = null; void idempotencyKey;'],
]);
