/** The filter of the list of the seller's spaces in the address of the page. */
import type { SpaceStatus } from '../../generated/graphql.ts';

export const spaceStatuses = ['DRAFT', 'LISTED', 'UNLISTED', 'ARCHIVED'] as const;

export interface OwnSpacesSearch {
  readonly status?: SpaceStatus;
}

/** Reads the parameters of an address. What is not valid is left out. */
export function readOwnSpacesSearch({ status }: Record<string, unknown>): OwnSpacesSearch {
  const knownStatus = spaceStatuses.find((one) => one === status);
  return knownStatus ? { status: knownStatus } : {};
}
