/** The fields of an account that its members change, and their rules. */
import { limits } from '../limits.ts';
import { isTimeZone, timeZoneProblem } from '../platform/days.ts';
import type { InputProblem } from '../platform/errors.ts';
import { parseWebAddress } from '../platform/web-address.ts';
import { rangeProblem, textProblem } from '../process/fields.ts';

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
  readonly taxBasisPoints?: number | null | undefined;
  readonly pricesIncludeTax?: boolean | null | undefined;
}

/** The fields that cannot be cleared: null does not change them. */
type Fixed = 'name' | 'timeZone' | 'taxBasisPoints' | 'pricesIncludeTax';
type Checked = Omit<AccountChanges, Fixed> & { [Field in Fixed]?: NonNullable<AccountChanges[Field]> };

/** The optional texts, with the largest number of characters of each. */
const optionalTexts = {
  legalName: limits.accounts.nameCharacters,
  address: limits.accounts.addressCharacters,
  taxId: limits.accounts.taxIdCharacters,
  phone: limits.accounts.phoneCharacters,
  about: limits.accounts.aboutCharacters,
  paymentInstructions: limits.accounts.paymentInstructionsCharacters,
} as const;

/** Letters, digits and the marks between them, such as DE 123456789, 12/345/67890 or CHE-123.456.789 MWST. */
const taxIdPattern = /^(?=.*\p{N})[\p{L}\p{M}\p{N} ./-]+$/u;
const taxIdProblem = 'must be a tax id: letters, digits, spaces, and the marks . / -, with at least one digit';

/** The columns to write, and the problems of the input. */
export function checkAccountChanges(changes: AccountChanges): {
  readonly data: Checked;
  readonly problems: readonly InputProblem[];
} {
  const problems: InputProblem[] = [];
  const { name, timeZone, taxBasisPoints, pricesIncludeTax, website, ...texts } = changes;
  if (name === null) problems.push({ field: 'name', message: 'must not be null' });
  if (typeof name === 'string') addProblem(problems, 'name', textProblem(name, limits.accounts.nameCharacters));
  for (const [field, maxCharacters] of Object.entries(optionalTexts)) {
    const text = texts[field as keyof typeof texts];
    if (typeof text === 'string') addProblem(problems, field, textProblem(text, maxCharacters));
  }
  const address = typeof website === 'string' ? parseWebAddress(website, limits.accounts.websiteCharacters) : undefined;
  addProblem(problems, 'website', address?.problem);
  if (typeof timeZone === 'string' && !isTimeZone(timeZone)) addProblem(problems, 'timeZone', timeZoneProblem);
  if (texts.taxId && !problems.some(({ field }) => field === 'taxId') && !taxIdPattern.test(texts.taxId))
    addProblem(problems, 'taxId', taxIdProblem);
  if (typeof taxBasisPoints === 'number')
    addProblem(
      problems,
      'taxBasisPoints',
      rangeProblem(taxBasisPoints, { min: 0, max: limits.accounts.taxBasisPoints }),
    );
  const others = { ...texts, website: address ? address.href : website };
  const defined = Object.fromEntries(Object.entries(others).filter(([, value]) => value !== undefined));
  return {
    data: {
      ...defined,
      ...(typeof name === 'string' ? { name } : {}),
      ...(typeof timeZone === 'string' ? { timeZone } : {}),
      ...(typeof taxBasisPoints === 'number' ? { taxBasisPoints } : {}),
      ...(typeof pricesIncludeTax === 'boolean' ? { pricesIncludeTax } : {}),
    },
    problems,
  };
}

function addProblem(problems: InputProblem[], field: string, message: string | undefined): void {
  if (message) problems.push({ field, message });
}
