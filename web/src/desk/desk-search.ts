/** The filters of the operators' lists in the address of the page. */
import type { ReportStatus } from '../generated/graphql.ts';

export interface ReportsSearch {
  /** Absent: the open ones. */
  readonly status?: 'RESOLVED';
}

export const readReportsSearch = ({ status }: Record<string, unknown>): ReportsSearch =>
  status === 'RESOLVED' ? { status } : {};

/** The status that the filter means. */
export const statusOf = ({ status }: ReportsSearch): ReportStatus => status ?? 'OPEN';

export const accountStates = ['ACTIVE', 'SUSPENDED', 'CLOSED'] as const;
export type AccountState = (typeof accountStates)[number];

export interface AccountsSearch {
  readonly text?: string;
  readonly state?: AccountState;
}

/** Reads the parameters of an address. What is not valid is left out. */
export function readAccountsSearch({ text, state }: Record<string, unknown>): AccountsSearch {
  const valid = accountStates.find((one) => one === state);
  return {
    ...(typeof text === 'string' && text !== '' ? { text } : {}),
    ...(valid ? { state: valid } : {}),
  };
}
