/** Price options as their seller creates, changes and archives them. Items of orders keep what they were placed with. */
import { requirePersonEditor } from '../access/actor.ts';
import type { Viewer } from '../access/viewer.ts';
import type { Measure, PriceOption } from '../generated/prisma/client.ts';
import { limits } from '../limits.ts';
import { requirePayable } from '../payments/payable-amounts.ts';
import type { Tx } from '../platform/db.ts';
import { InputInvalid, type InputProblem, LimitReached } from '../platform/errors.ts';
import { rangeProblem, textProblem } from '../process/fields.ts';
import { readMarketplace } from '../services/marketplace-settings.ts';
import type { AppServices } from '../services/services.ts';
import { requireOptions } from './change-space-status.ts';
import { lockChangeableSpace, lockOwnOption } from './lock-space.ts';
import { PriceOptionNotFound } from './space-refusals.ts';

/** The properties of a price option as a client sends them. An omitted property does not change. */
export interface OptionProperties {
  readonly title?: string | null | undefined;
  readonly price?: { readonly minorUnits: number; readonly currency: string } | null | undefined;
  readonly measure?: Measure | null | undefined;
  /** Null for FLAT. */
  readonly quantity?: number | null | undefined;
  readonly isMonthly?: boolean | null | undefined;
}

export interface NewOption extends OptionProperties {
  readonly title: string;
  readonly price: { readonly minorUnits: number; readonly currency: string };
  readonly measure: Measure;
}

/** The payment methods of the server. */
interface PaymentConfig {
  readonly config: { readonly payments: Pick<AppServices['config']['payments'], 'methods'> };
}

type OptionColumns = Pick<PriceOption, 'title' | 'priceMinorUnits' | 'currency' | 'measure' | 'quantity' | 'isMonthly'>;

/**
 * Adds a price option to a space of the viewer, and returns its id.
 * @throws NotSignedIn, ScopeMissing, AccountRefused, InputInvalid, SpaceNotFound, SpaceStatusNotAllowed, LimitReached,
 * AmountNotPayable
 */
export function createPriceOption(
  app: Pick<AppServices, 'db'> & PaymentConfig,
  viewer: Viewer,
  { spaceId, option }: { readonly spaceId: string; readonly option: NewOption },
): Promise<string> {
  requirePersonEditor(viewer);
  const data = parseOption(option);
  return app.db.$transaction(async (tx) => {
    await lockChangeableSpace(tx, viewer, spaceId);
    await requireAllowedPrice(app, tx, option.price);
    // Options are archived and never deleted, so their number is the highest position.
    const position = (await tx.priceOption.count({ where: { spaceId } })) + 1;
    const max = limits.spaces.optionsPerSpace;
    if (position > max)
      throw new LimitReached({
        ...{ owner: 'A space', max, objects: 'price options' },
        advice: 'Archived options count too. Change an existing option instead.',
      });
    return (await tx.priceOption.create({ data: { ...data, spaceId, position } })).id;
  });
}

/**
 * Changes the given properties of a price option of the viewer, and returns its id. Placed orders keep their price and
 * what was bought. If the measure becomes FLAT, the quantity is cleared.
 * @throws NotSignedIn, ScopeMissing, AccountRefused, InputInvalid, PriceOptionNotFound, SpaceStatusNotAllowed,
 * AmountNotPayable
 */
export function updatePriceOption(
  app: AppServices,
  viewer: Viewer,
  { optionId, changes }: { readonly optionId: string; readonly changes: OptionProperties },
): Promise<string> {
  requirePersonEditor(viewer);
  return app.db.$transaction(async (tx) => {
    const { option } = await lockOwnOption(tx, viewer, optionId);
    if (option.archivedAt) throw new PriceOptionNotFound();
    const data = parseOption(changes, option);
    await requireAllowedPrice(app, tx, changes.price);
    await tx.priceOption.update({ where: { id: optionId }, data });
    return optionId;
  });
}

/**
 * Archives a price option of the viewer, and returns its id. It can no longer be ordered; orders that have it do not
 * change. An option that is archived already does not change.
 * @throws NotSignedIn, ScopeMissing, PriceOptionNotFound, SpaceStatusNotAllowed, SpaceIncomplete for the last option of a
 * listed space
 */
export function archivePriceOption(
  app: AppServices,
  viewer: Viewer,
  { optionId }: { readonly optionId: string },
): Promise<string> {
  requirePersonEditor(viewer);
  return app.db.$transaction(async (tx) => {
    const { space, option } = await lockOwnOption(tx, viewer, optionId);
    if (option.archivedAt) return optionId;
    if (space.status === 'LISTED') await requireOptions(tx, { spaceId: space.id, min: 2 });
    await tx.priceOption.update({ where: { id: optionId, archivedAt: null }, data: { archivedAt: app.clock.now() } });
    return optionId;
  });
}

/** The columns of an option after its changes; `current` is absent for a new one. @throws InputInvalid */
function parseOption(changes: OptionProperties, current?: PriceOption): OptionColumns {
  const { price, quantity: givenQuantity } = changes;
  const problems: InputProblem[] = [];
  for (const field of ['title', 'price', 'measure', 'isMonthly'] as const)
    if (changes[field] === null) problems.push({ field, message: 'must not be null; leave it out' });
  const title = changes.title ?? current?.title ?? '';
  const measure = changes.measure ?? current?.measure ?? 'FLAT';
  const keptQuantity = measure === 'FLAT' ? null : (current?.quantity ?? null);
  const quantity = givenQuantity === undefined ? keptQuantity : givenQuantity;
  const messages = {
    title: typeof changes.title === 'string' ? textProblem(title, limits.spaces.optionTitleCharacters) : undefined,
    price: price ? rangeProblem(price.minorUnits, { min: 0, max: limits.minorUnits }) : undefined,
    quantity: quantityProblem(measure, quantity),
  };
  for (const [field, message] of Object.entries(messages)) if (message) problems.push({ field, message });
  if (problems.length > 0) throw new InputInvalid(problems);
  return {
    title,
    priceMinorUnits: price ? BigInt(price.minorUnits) : (current?.priceMinorUnits ?? 0n),
    currency: price?.currency ?? current?.currency ?? '',
    measure,
    quantity,
    isMonthly: changes.isMonthly ?? current?.isMonthly ?? false,
  };
}

/**
 * Checks a new price: its currency is allowed, and a buyer can pay it with each payment method of the server. A price that
 * does not change is not checked again.
 * @throws InputInvalid, AmountNotPayable
 */
async function requireAllowedPrice({ config }: PaymentConfig, tx: Tx, price: OptionProperties['price']): Promise<void> {
  if (!price) return;
  const { currencies } = await readMarketplace(tx);
  if (currencies.length > 0 && !currencies.includes(price.currency))
    throw new InputInvalid([{ field: 'price', message: `must be in one of the currencies ${currencies.join(', ')}` }]);
  for (const method of config.payments.methods)
    requirePayable(method, { minorUnits: BigInt(price.minorUnits), currency: price.currency });
}

function quantityProblem(measure: Measure, quantity: number | null): string | undefined {
  if (measure === 'FLAT') return quantity === null ? undefined : 'must be left out or null if `measure` is FLAT';
  if (quantity === null) return `is required if \`measure\` is ${measure}`;
  return rangeProblem(quantity, { min: 1, max: limits.spaces.quantity[measure] });
}
