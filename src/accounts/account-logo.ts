import type { Tx } from '../platform/db.ts';

/** Returns the files among these that accounts use as logos. */
export async function filesOfAccounts(tx: Tx, fileIds: readonly string[]): Promise<readonly string[]> {
  const accounts = await tx.account.findMany({ where: { logoId: { in: [...fileIds] } }, select: { logoId: true } });
  return accounts.flatMap(({ logoId }) => logoId ?? []);
}
