import { useState } from 'react';

/** A key for one change, which stays the same when the form is sent again after a lost connection. */
export function useIdempotencyKey(): string {
  const [key] = useState(() => crypto.randomUUID());
  return key;
}
