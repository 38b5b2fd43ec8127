/** The people of the demo data. Their addresses are reserved for examples (RFC 2606), so no e-mail reaches anyone. */
import { entriesOf } from '../platform/objects.ts';

export const people = {
  olga: {
    name: 'The marketplace',
    person: 'Olga Berg',
    email: 'olga@placard.example',
    isOperator: true,
    about: 'operator: sees every order and may override its status',
  },
  nora: {
    name: 'Harbour Daily',
    person: 'Nora Lind',
    email: 'nora@harbour-daily.example',
    about: 'seller: a newspaper with a website',
    paymentInstructions: 'Harbour Daily, IBAN DE02 1203 0000 0000 2020 51, or in cash at the front desk.',
  },
  sam: {
    name: 'Tech Weekly',
    person: 'Sam Okoro',
    email: 'sam@tech-weekly.example',
    about: 'seller: a newsletter',
    paymentInstructions: 'Tech Weekly, IBAN FR14 2004 1010 0505 0001 3M02 606.',
  },
  ada: {
    name: 'Ada Coffee',
    person: 'Ada Rossi',
    email: 'ada@ada-coffee.example',
    about: 'advertiser: a coffee roastery with orders in most statuses',
  },
  ben: { name: 'Ben Bikes', person: 'Ben Vogel', email: 'ben@ben-bikes.example', about: 'advertiser: a bicycle shop' },
  cleo: {
    name: 'Cleo Books',
    person: 'Cleo Martin',
    email: 'cleo@cleo-books.example',
    about: 'advertiser: a bookshop',
  },
} as const;

export type PersonName = keyof typeof people;

interface DemoPerson {
  /** Name of the account. */
  readonly name: string;
  /** Name of the person who owns it. */
  readonly person: string;
  readonly email: string;
  readonly isOperator?: boolean;
  readonly about: string;
  readonly paymentInstructions?: string;
}

/** The people as entries of short name and account. */
export const peopleByName: readonly [PersonName, DemoPerson][] = entriesOf(people);
