/** The statement of an account as a seller: receipts, credit notes, taxes and fees of a period. */
import { canSeeSellerResults } from '../access/payment-access.ts';
import { builder } from '../graphql/builder.ts';
import { connectionOf } from '../graphql/connection-types.ts';
import { newestFirst, pageCost, pageOf, pageRequest } from '../graphql/connections.ts';
import { toGlobalId } from '../graphql/ids.ts';
import { MoneyType } from '../graphql/money.schema.ts';
import { describedEnum } from '../graphql/process.schema.ts';
import { creditNoteNumber, creditNoteUrl } from './credit-notes.ts';
import { receiptNumber, receiptUrl } from './receipts.ts';
import {
  maxStatementMonths,
  readStatementLines,
  readStatementTotals,
  type StatementLine,
  type StatementPeriod,
  type StatementTotals,
  statementPeriod,
} from './statements.ts';

const LineKindEnum = describedEnum<StatementLine['kind']>('StatementLineKind', 'The kind of a line of a statement.', {
  RECEIPT: 'A payment that was received, with its receipt.',
  CREDIT_NOTE: 'A refund that was completed, with its credit note.',
});

const amountIn = (of: (line: StatementLine) => bigint) => (line: StatementLine) => ({
  minorUnits: of(line),
  currency: line.currency,
});

const LineType = builder.objectRef<StatementLine>('StatementLine').implement({
  description: 'A receipt or a credit note on a statement. The amounts of a credit note are negative.',
  fields: (t) => ({
    kind: t.expose('kind', { type: LineKindEnum, description: 'Kind of the document on the line.' }),
    number: t.string({ description: 'Number of the receipt or the credit note.', resolve: lineNumber }),
    url: t.string({
      description: 'URL of the document as a printable page. Anyone with the URL can read it.',
      resolve: (line, _args, { app }) =>
        line.kind === 'RECEIPT' ? receiptUrl(app.config, line) : creditNoteUrl(app.config, line),
    }),
    issuedAt: t.expose('issuedAt', { type: 'DateTime', description: 'Time at which the document was issued.' }),
    orderId: t.id({
      description: 'The global id of the order.',
      resolve: ({ orderId }) => toGlobalId('Order', orderId),
    }),
    orderNumber: t.exposeInt('orderNumber', { description: 'Number of the order for people.' }),
    advertiserName: t.exposeString('advertiserName', { description: 'Name of the advertiser on the receipt.' }),
    reference: t.exposeString('reference', {
      nullable: true,
      description: 'Reference of the money at the provider or on the bank statement.',
    }),
    amount: t.field({
      type: MoneyType,
      description: 'Amount that was received or refunded, tax included.',
      resolve: amountIn(({ amount }) => amount),
    }),
    tax: t.field({
      type: MoneyType,
      description: 'Tax that is part of the amount.',
      resolve: amountIn(({ tax }) => tax),
    }),
    taxBasisPoints: t.exposeInt('taxBasisPoints', { description: 'Rate of the tax in basis points: 1900 is 19 %.' }),
    fee: t.field({
      type: MoneyType,
      description: 'Share of the amount in the fee of the marketplace. A refund gives its share of the fee back.',
      resolve: amountIn(({ fee }) => fee),
    }),
    net: t.field({
      type: MoneyType,
      description: 'Amount without the fee, which the seller keeps. It contains the tax.',
      resolve: amountIn(({ amount, fee }) => amount - fee),
    }),
  }),
});

function lineNumber(line: StatementLine): string {
  return line.kind === 'RECEIPT' ? receiptNumber(line) : creditNoteNumber(line);
}

const totalIn = (of: (totals: StatementTotals) => bigint) => (totals: StatementTotals) => ({
  minorUnits: of(totals),
  currency: totals.currency,
});

const TotalsType = builder.objectRef<StatementTotals>('StatementTotals').implement({
  description: 'Totals of a statement in one currency, from the rows of the ledger.',
  fields: (t) => ({
    receiptCount: t.exposeInt('receiptCount', { description: 'Number of receipts of the period.' }),
    creditNoteCount: t.exposeInt('creditNoteCount', {
      description: 'Number of valid credit notes of the period.',
    }),
    received: t.field({
      type: MoneyType,
      description: 'Amount of the receipts, tax included.',
      resolve: totalIn(({ received }) => received),
    }),
    refunded: t.field({
      type: MoneyType,
      description: 'Amount of the credit notes, tax included.',
      resolve: totalIn(({ refunded }) => refunded),
    }),
    tax: t.field({
      type: MoneyType,
      description: 'Tax of the receipts minus that of the credit notes; negative if more was refunded.',
      resolve: totalIn(({ tax }) => tax),
    }),
    fee: t.field({
      type: MoneyType,
      description: 'Fees of the marketplace on the receipts, minus those that the credit notes give back.',
      resolve: totalIn(({ fee }) => fee),
    }),
    net: t.field({
      type: MoneyType,
      description: '`received` minus `refunded` minus `fee`: the amount that the seller keeps. It contains the tax.',
      resolve: totalIn(({ received, refunded, fee }) => received - refunded - fee),
    }),
  }),
});

const list = newestFirst('issuedAt', 'statement');

const StatementType = builder.objectRef<StatementPeriod>('AccountStatement').implement({
  description: 'The receipts and the valid credit notes of a seller in a period, with their taxes and fees.',
  fields: (t) => ({
    from: t.expose('from', { type: 'Date', description: 'First day of the period.' }),
    to: t.expose('to', { type: 'Date', description: 'Last day of the period.' }),
    timeZone: t.exposeString('timeZone', { description: 'Time zone of the days: that of the account.' }),
    totals: t.field({
      type: [TotalsType],
      description: 'Totals of the period: one for each currency, by the codes of the currencies.',
      resolve: (period, _args, { app }) => readStatementTotals(app.db, period),
    }),
    lines: t.connection(
      {
        type: LineType,
        description: 'The documents of the period, newest first.',
        complexity: pageCost,
        resolve: async (period, args, { app }) => {
          const request = pageRequest(args);
          const lines = await readStatementLines(app.db, period, list.latestPage(request));
          return pageOf(request, lines, list.cursorOf);
        },
      },
      connectionOf(LineType),
    ),
  }),
});

builder.prismaObjectField('Account', 'statement', (t) =>
  t.field({
    type: StatementType,
    nullable: true,
    description: `Statement of the account as a seller for a period of at most ${maxStatementMonths} months, in the time zone of the account. Null for any account but your own, and without the scope ORDERS_READ.`,
    args: {
      from: t.arg({ type: 'Date', description: 'First day of the period; that of the current month if absent.' }),
      to: t.arg({ type: 'Date', description: 'Last day of the period; that of the month of `from` if absent.' }),
    },
    // A promise: operations with this field have no plan, because its fields are sums over many rows.
    resolve: async (account, period, { app, viewer }) =>
      canSeeSellerResults(viewer, account.id) ? statementPeriod(account, period, app.clock.now()) : null,
  }),
);
