/** The orders and the income of an account as a seller, by month. */
import { canSeeSellerResults } from '../access/payment-access.ts';
import { builder } from '../graphql/builder.ts';
import { groupedLoader } from '../graphql/grouped-loader.ts';
import { MoneyType } from '../graphql/money.schema.ts';
import { rangeCost } from '../graphql/range-cost.ts';
import { limits } from '../limits.ts';
import { countMonths, isTimeZone, timeZoneProblem } from '../platform/days.ts';
import { InputInvalid } from '../platform/errors.ts';
import { requireReadableMonths } from '../platform/readable-range.ts';
import { type CurrencyIncome, type MonthlyResults, type MonthRange, readMonthlyResults } from './monthly-results.ts';

const maxMonths = limits.results.months;

const MonthlyIncomeType = builder.objectRef<CurrencyIncome>('MonthlyIncome').implement({
  description: 'The payments of a month in one currency, from the ledger.',
  fields: (t) => ({
    received: t.field({
      type: MoneyType,
      description: 'Amount of the payments that were received in the month, for orders of any month.',
      resolve: ({ received: minorUnits, currency }) => ({ minorUnits, currency }),
    }),
    refunded: t.field({
      type: MoneyType,
      description: 'Amount of the refunds that were decided in the month, including refunds in progress.',
      resolve: ({ refunded: minorUnits, currency }) => ({ minorUnits, currency }),
    }),
    net: t.field({
      type: MoneyType,
      description:
        'Amount that was received minus the amount that was refunded, before the fee of the marketplace; negative if more was refunded.',
      resolve: ({ received, refunded, currency }) => ({ minorUnits: received - refunded, currency }),
    }),
  }),
});

const MonthlyResultsType = builder.objectRef<MonthlyResults>('AccountMonthlyResults').implement({
  description: 'The orders and the income of a seller in one month.',
  fields: (t) => ({
    month: t.expose('month', { type: 'Date', description: 'First day of the calendar month.' }),
    orderCount: t.exposeInt('orderCount', {
      description: 'Number of orders that were placed with the seller in the month, renewals included.',
    }),
    income: t.field({
      type: [MonthlyIncomeType],
      description:
        'Income of the month: one for each currency with a payment or a refund, by the codes of the currencies.',
      resolve: ({ income }) => [...income],
    }),
  }),
});

/** The results of all accounts that an operation reads in the same range, in one statement. */
const monthlyResults = groupedLoader<string, MonthRange, readonly MonthlyResults[]>({
  idOf: (accountId) => accountId,
  read: ({ app }, accountIds, range) => readMonthlyResults(app.db, accountIds, range),
});

builder.prismaObjectField('Account', 'monthlyResults', (t) =>
  t.field({
    type: [MonthlyResultsType],
    nullable: true,
    description: `Orders and income of the account as a seller: each month of a range of at most ${maxMonths} months, in their order. Null for any account but your own, and without the scope ORDERS_READ.`,
    args: {
      from: t.arg({ type: 'Date', required: true, description: 'A day of the first month of the range.' }),
      to: t.arg({ type: 'Date', required: true, description: 'A day of the last month of the range.' }),
      timeZone: t.arg.string({
        required: true,
        defaultValue: 'UTC',
        description: 'IANA name of the time zone in which months begin and end, such as Europe/Berlin.',
      }),
    },
    complexity: rangeCost(maxMonths, countMonths),
    resolve: async ({ id: accountId }, { timeZone, ...range }, context) => {
      if (!canSeeSellerResults(context.viewer, accountId)) return null;
      requireReadableMonths(range, maxMonths);
      if (!isTimeZone(timeZone)) throw new InputInvalid([{ field: 'timeZone', message: timeZoneProblem }]);
      return [...(await monthlyResults(context).load({ subject: accountId, args: { range, timeZone } }))];
    },
  }),
);
