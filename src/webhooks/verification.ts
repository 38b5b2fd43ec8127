/** Verification of endpoints: before anything else is sent to an address, its program returns a random challenge. */
import type { Tx } from '../platform/db.ts';
import type { PostingResult } from '../platform/post.ts';
import { newToken } from '../platform/secrets.ts';
import type { AppServices } from '../services/services.ts';
import { enqueueSystemEvent } from './system-events.ts';

export const verificationType = 'webhook.verification';

/** Queues a new challenge for an endpoint whose row the caller holds, in the place of an earlier one. */
export async function requestVerification(app: AppServices, tx: Tx, endpointId: string): Promise<void> {
  await tx.webhookDelivery.updateMany({
    where: { endpointId, type: verificationType, dueAt: { not: null } },
    data: { dueAt: null, nextAttemptAt: null, lease: null },
  });
  const challenge = newToken();
  await enqueueSystemEvent(app, tx, [endpointId], {
    type: verificationType,
    about: [challenge],
    content: { challenge },
  });
}

/** The result of an attempt with a challenge: an answer without the challenge is a failure. */
export function requireChallenge(result: PostingResult, content: unknown): PostingResult {
  const { challenge } = content as { readonly challenge: string };
  if (result.error !== undefined || returned(result.body ?? '') === challenge) return result;
  return { ...result, error: 'It answered without the challenge.' };
}

/** The challenge in an answer: the whole body, or the field `challenge` of a JSON object. */
function returned(body: string): unknown {
  const text = body.trim();
  if (!text.startsWith('{')) return text;
  try {
    return (JSON.parse(text) as { readonly challenge?: unknown }).challenge;
  } catch {
    return undefined;
  }
}
