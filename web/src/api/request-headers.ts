/** The headers that each request of the page has. */

const accountKey = 'placard.account';

/** The id of the account for which the person acts; undefined if none was chosen. */
export const chosenAccount = (): string | undefined => localStorage.getItem(accountKey) ?? undefined;

/** Chooses the account for which the person acts in this browser; undefined forgets the choice. */
export function chooseAccount(id: string | undefined): void {
  if (id === undefined) localStorage.removeItem(accountKey);
  else localStorage.setItem(accountKey, id);
}

/** Headers that authenticate by the cookie, and name the account. They also authenticate a download with fetch. */
export function requestHeaders(): Record<string, string> {
  const account = chosenAccount();
  return { 'placard-csrf': '1', ...(account ? { 'placard-account': account } : {}) };
}
