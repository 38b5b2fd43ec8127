import type { PersonName } from './people.ts';

/** The spaces of the demo data, with their prices in cents. */
export const spaces: readonly {
  seller: PersonName;
  title: string;
  description: string;
  currency: string;
  options: readonly {
    title: string;
    price: number;
    measure: 'DAYS' | 'IMPRESSIONS' | 'CLICKS';
    quantity: number;
    isMonthly?: boolean;
  }[];
}[] = [
  {
    seller: 'nora',
    title: 'Front page banner',
    description: 'At the top of harbour-daily.example, 970 × 250, seen by every reader of the local news.',
    currency: 'EUR',
    options: [
      { title: 'one week', price: 42_000, measure: 'DAYS', quantity: 7 },
      { title: 'one month', price: 150_000, measure: 'DAYS', quantity: 30 },
      { title: '50,000 views', price: 60_000, measure: 'IMPRESSIONS', quantity: 50_000 },
    ],
  },
  {
    seller: 'nora',
    title: 'Weekend supplement, half page',
    description: 'Printed, with a link from the digital edition.',
    currency: 'EUR',
    options: [{ title: 'one issue', price: 98_000, measure: 'DAYS', quantity: 2 }],
  },
  {
    seller: 'sam',
    title: 'Newsletter sponsor',
    description: 'The first block of Tech Weekly: up to 60 words and a link, 18,000 readers.',
    currency: 'EUR',
    options: [
      { title: 'one issue', price: 35_000, measure: 'DAYS', quantity: 7 },
      { title: 'every month', price: 110_000, measure: 'DAYS', quantity: 30, isMonthly: true },
    ],
  },
  {
    seller: 'sam',
    title: 'Job board, featured listing',
    description: 'At the top of the list until it has the number of clicks that you bought.',
    currency: 'EUR',
    options: [
      { title: '100 clicks', price: 20_000, measure: 'CLICKS', quantity: 100 },
      { title: '500 clicks', price: 85_000, measure: 'CLICKS', quantity: 500 },
    ],
  },
];
