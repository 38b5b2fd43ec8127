import type { EmailText } from '../email.ts';

/** The report to the old address of a person, or to the old contact address of an account, that it was replaced. */
export const emailChanged = ({
  oldAddress,
  account,
}: {
  readonly oldAddress: string;
  /** Name of the account whose contact address has changed; undefined for the address of a person. */
  readonly account: string | undefined;
}): EmailText => ({
  subject:
    account === undefined ? 'Your address has been changed' : `The contact address of ${account} has been changed`,
  paragraphs: [
    account === undefined
      ? `You no longer sign in with ${oldAddress}: another address was confirmed and replaces it.`
      : `${oldAddress} is no longer the contact address of the account ${account}: another address was confirmed and replaces it.`,
    'If you did not expect this change, contact the operator of the marketplace immediately.',
  ],
});
