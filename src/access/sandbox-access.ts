/** Access conditions of sandboxes. */
import type { Prisma } from '../generated/prisma/client.ts';
import { ownedBy } from './access.ts';
import { isOperator, type Viewer } from './viewer.ts';

/** The sandboxes that a viewer may see, delete and create keys for: a person's own; for an operator, all. */
export function visibleSandboxes(viewer: Viewer): Prisma.SandboxWhereInput {
  if (viewer.kind !== 'person') return { id: { in: [] } };
  return isOperator(viewer) ? {} : { accountId: ownedBy(viewer) };
}
