/** The search parameters of the page for placing an order. */
export interface PlaceOrderSearch {
  /** The space to order, and one of its price options. */
  readonly space: string;
  readonly option: string;
}

/** Reads the parameters of an address. */
export const readPlaceOrderSearch = ({ space, option }: Record<string, unknown>): PlaceOrderSearch => ({
  space: String(space ?? ''),
  option: String(option ?? ''),
});
