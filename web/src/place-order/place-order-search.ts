/** The search parameters of the page for placing an order. */
export interface PlaceOrderSearch {
  /** The space to order, and one of its price options; empty if an order is placed again. */
  readonly space: string;
  readonly option: string;
  /** The number of the order that is placed again. */
  readonly again?: number;
}

/** Reads the parameters of an address. */
export const readPlaceOrderSearch = ({ space, option, again }: Record<string, unknown>): PlaceOrderSearch => ({
  space: String(space ?? ''),
  option: String(option ?? ''),
  ...(Number.isSafeInteger(again) ? { again: Number(again) } : {}),
});
