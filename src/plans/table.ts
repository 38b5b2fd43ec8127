/** The table of a model. */
export interface Table {
  readonly name: string;
  /** The column of each field. */
  readonly columns: Readonly<Record<string, Column>>;
}

export interface Column {
  readonly name: string;
  /** The form of its value in JSON: the value itself, the text of a 64-bit number, or the text of a moment or a day. */
  readonly kind: 'plain' | 'bigint' | 'moment';
}
