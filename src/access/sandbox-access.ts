/** Who may see and change which sandboxes. */
import type { Prisma } from '../generated/prisma/client.ts';
import type { Viewer } from './viewer.ts';

/** The sandboxes that a viewer may see, remove, and have keys of: in person, one's own; an operator, all. */
export function visibleSandboxes(viewer: Viewer): Prisma.SandboxWhereInput {
  if (viewer.kind !== 'person') return { id: { in: [] } };
  return viewer.isOperator ? {} : { accountId: viewer.accountId };
}
