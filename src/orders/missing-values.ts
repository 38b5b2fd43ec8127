/** The values that are missing in the input of a step and are computed from the order. */
import type { Order } from '../generated/prisma/client.ts';
import type { Fields } from '../process/fields.ts';
import type { OrderServices } from '../services/order-services.ts';

/** The fields without a value. */
export const missingFields = (fields: Fields = {}, values: Readonly<Record<string, unknown>>): Fields =>
  Object.fromEntries(Object.entries(fields).filter(([name]) => values[name] === undefined));

/** The values of the order that replace those which are missing in an input. */
export function computeMissing(
  { fallbacks }: Pick<OrderServices, 'fallbacks'>,
  order: Order,
  fields: Fields,
  input: Readonly<Record<string, unknown>>,
): Record<string, unknown> {
  const computed: Record<string, unknown> = {};
  for (const [name, { fallback }] of Object.entries(missingFields(fields, input))) {
    const value = fallback && fallbacks[fallback](order, { ...input, ...computed });
    if (value !== undefined) computed[name] = value;
  }
  return computed;
}
