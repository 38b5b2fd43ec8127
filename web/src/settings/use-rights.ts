import type { Membership } from '../session/session.ts';
import { useSessionState } from '../session/session-context.tsx';

export interface Rights extends Membership {
  /** True for an owner, who manages the members and the account. */
  readonly isOwner: boolean;
  /** True for a role that may change what the account owns. */
  readonly mayEdit: boolean;
}

/** The membership with which the person acts, and what its role allows. Only for pages that require an account. */
export function useRights(): Rights {
  const { membership } = useSessionState();
  if (!membership) throw new Error('This page requires an account');
  return { ...membership, isOwner: membership.role === 'OWNER', mayEdit: membership.role !== 'VIEWER' };
}
