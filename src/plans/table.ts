/** The table of a model. */
export interface Table {
  readonly name: string;
  /** The column of each field. */
  readonly columns: Readonly<Record<string, Column>>;
}

export interface Column {
  readonly name: string;
  /** How its value comes from JSON: as it is, as the text of a 64-bit number, or as the text of a moment or a day. */
  readonly kind: 'plain' | 'bigint' | 'moment';
}
