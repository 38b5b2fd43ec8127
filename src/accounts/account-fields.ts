/** The fields of an account that its members change, and their rules. */
import { limits } from '../limits.ts';
import { isTimeZone, timeZoneProblem } from '../platform/days.ts';
import type { InputProblem } from '../platform/errors.ts';
import { parseWebAddress } from '../platform/web-address.ts';
import { textProblem } from '../process/fields.ts';

/** Undefined fields do not change; null clears an optional field. */
export interface AccountChanges {
  readonly name?: string | null | undefined;
  readonly legalName?: string | null | undefined;
  readonly address?: string | null | undefined;
  readonly taxId?: string | null | undefined;
  readonly website?: string | null | undefined;
  readonly phone?: string | null | undefined;
  readonly about?: string | null | undefined;
  readonly paymentInstructions?: string | null | undefined;
  /** An IANA name. */
  readonly timeZone?: string | null | undefined;
}

/** The optional texts, with the largest number of characters of each. */
const optionalTexts = {
  legalName: limits.accounts.nameCharacters,
  address: limits.accounts.addressCharacters,
  taxId: limits.accounts.taxIdCharacters,
  phone: limits.accounts.phoneCharacters,
  about: limits.accounts.aboutCharacters,
  paymentInstructions: limits.accounts.paymentInstructionsCharacters,
} as const;

/** The columns to write, and the problems of the input. */
export function checkAccountChanges(changes: AccountChanges): {
  readonly data: Omit<AccountChanges, 'name' | 'timeZone'> & { name?: string; timeZone?: string };
  readonly problems: readonly InputProblem[];
} {
  const problems: InputProblem[] = [];
  const { name, timeZone, website, ...texts } = changes;
  if (name === null) problems.push({ field: 'name', message: 'must not be null' });
  if (typeof name === 'string') addProblem(problems, 'name', textProblem(name, limits.accounts.nameCharacters));
  for (const [field, maxCharacters] of Object.entries(optionalTexts)) {
    const text = texts[field as keyof typeof texts];
    if (typeof text === 'string') addProblem(problems, field, textProblem(text, maxCharacters));
  }
  const address = typeof website === 'string' ? parseWebAddress(website, limits.accounts.websiteCharacters) : undefined;
  addProblem(problems, 'website', address?.problem);
  if (typeof timeZone === 'string' && !isTimeZone(timeZone)) addProblem(problems, 'timeZone', timeZoneProblem);
  const others = { ...texts, website: address ? address.href : website };
  const defined = Object.fromEntries(Object.entries(others).filter(([, value]) => value !== undefined));
  return {
    data: {
      ...defined,
      ...(typeof name === 'string' ? { name } : {}),
      ...(typeof timeZone === 'string' ? { timeZone } : {}),
    },
    problems,
  };
}

function addProblem(problems: InputProblem[], field: string, message: string | undefined): void {
  if (message) problems.push({ field, message });
}
