/** The settings that operators change, and their rules. */

import { normalizeAddress } from '../auth/normalize-address.ts';
import type { Language, Marketplace, SignUpPolicy } from '../generated/prisma/client.ts';
import { limits } from '../limits.ts';
import { parseColor } from '../platform/contrast.ts';
import { InputInvalid, type InputProblem } from '../platform/errors.ts';
import { parseWebAddress } from '../platform/web-address.ts';
import { rangeProblem, textProblem } from '../process/fields.ts';

/** Undefined settings do not change; null clears an optional one. */
export interface SettingsChanges {
  readonly name?: string | null | undefined;
  readonly primaryColor?: string | null | undefined;
  readonly senderName?: string | null | undefined;
  readonly senderAddress?: string | null | undefined;
  readonly contactEmail?: string | null | undefined;
  readonly termsUrl?: string | null | undefined;
  readonly privacyUrl?: string | null | undefined;
  readonly languages?: readonly Language[] | null | undefined;
  /** Null allows every currency. */
  readonly currencies?: readonly string[] | null | undefined;
  readonly feeBasisPoints?: number | null | undefined;
  readonly signUp?: SignUpPolicy | null | undefined;
}

type SettingsColumns = Partial<Pick<Marketplace, keyof SettingsChanges>>;

const requiredSettings = ['name', 'primaryColor', 'languages', 'feeBasisPoints', 'signUp'] as const;

const { nameCharacters, urlCharacters, currencies: maxCurrencies, feeBasisPoints: maxFee } = limits.marketplace;

/** Checks the settings that are not undefined, and returns the columns to write. @throws InputInvalid */
export function parseSettings(
  changes: SettingsChanges,
  { isSignUpOpen }: { readonly isSignUpOpen: boolean },
): SettingsColumns {
  const problems: InputProblem[] = [];
  const check = (field: keyof SettingsChanges, message: string | undefined) => {
    if (message) problems.push({ field, message });
  };
  const { name, primaryColor, senderName, languages, currencies, feeBasisPoints, signUp } = changes;
  for (const field of requiredSettings)
    check(field, changes[field] === null ? 'must not be null; leave it out' : undefined);
  if (typeof name === 'string') check('name', nameProblem(name));
  const color = typeof primaryColor === 'string' ? parseColor(primaryColor) : undefined;
  if (typeof primaryColor === 'string' && !color)
    check('primaryColor', 'must be # and six hexadecimal digits, such as #1f4fd8');
  if (typeof senderName === 'string') check('senderName', nameProblem(senderName));
  if (languages?.length === 0) check('languages', 'must contain at least one language');
  if (currencies && (currencies.length === 0 || currencies.length > maxCurrencies))
    check('currencies', `must contain 1 to ${maxCurrencies} currencies, or be null to allow every currency`);
  if (typeof feeBasisPoints === 'number')
    check('feeBasisPoints', rangeProblem(feeBasisPoints, { min: 0, max: maxFee }));
  if (signUp === 'OPEN' && !isSignUpOpen)
    check('signUp', 'must be INVITE, because the server is configured with SIGN_UP=invite');
  const pageIn = (field: 'termsUrl' | 'privacyUrl') => {
    const url = changes[field];
    if (typeof url !== 'string') return url;
    const { href, problem } = parseWebAddress(url, urlCharacters);
    check(field, problem);
    return href;
  };
  const addresses = {
    termsUrl: pageIn('termsUrl'),
    privacyUrl: pageIn('privacyUrl'),
    senderAddress: addressIn(changes, 'senderAddress', problems),
    contactEmail: addressIn(changes, 'contactEmail', problems),
  };
  if (problems.length > 0) throw new InputInvalid(problems);
  const { languages: _languages, currencies: _currencies, ...others } = changes;
  const columns = {
    ...others,
    ...addresses,
    primaryColor: color,
    languages: languages ? [...new Set(languages)] : undefined,
    currencies: currencies === undefined ? undefined : [...new Set(currencies ?? [])],
  };
  // A required setting that is null was refused above.
  return Object.fromEntries(Object.entries(columns).filter(([, value]) => value !== undefined)) as SettingsColumns;
}

/** The address in the form in which it is stored. What is wrong with it is added to the problems. */
function addressIn(
  changes: SettingsChanges,
  field: 'senderAddress' | 'contactEmail',
  problems: InputProblem[],
): string | null | undefined {
  const address = changes[field];
  if (typeof address !== 'string') return address;
  try {
    return normalizeAddress(address, field);
  } catch (error) {
    if (!(error instanceof InputInvalid)) throw error;
    problems.push(...error.problems);
    return undefined;
  }
}

/** Names are parts of headers and titles, so they have one line. */
const nameProblem = (name: string): string | undefined =>
  textProblem(name, nameCharacters) ??
  (/\p{Cc}/u.test(name) ? 'must be one line without control characters' : undefined);
