/** The table of `statement.csv`: the statement of an account as a seller, oldest line first. */
import { ownAccount } from '../../access/access.ts';
import { creditNoteNumber } from '../../payments/credit-notes.ts';
import { receiptNumber } from '../../payments/receipts.ts';
import { readStatementLines, type StatementLine, statementPeriod } from '../../payments/statements.ts';
import { type Day, isDay } from '../../platform/days.ts';
import { InputInvalid, NotSignedIn } from '../../platform/errors.ts';
import { type Columns, cellsOf, type ExportTable, requireOrders } from './export-tables.ts';

const amountOf = (value: (line: StatementLine) => bigint) => (line: StatementLine) => ({
  minorUnits: value(line),
  currency: line.currency,
});

const columns: Columns<StatementLine> = {
  kind: ({ kind }) => kind,
  number: (line) => (line.kind === 'RECEIPT' ? receiptNumber(line) : creditNoteNumber(line)),
  issuedAt: ({ issuedAt }) => issuedAt,
  orderNumber: ({ orderNumber }) => orderNumber,
  advertiser: ({ advertiserName }) => advertiserName,
  reference: ({ reference }) => reference,
  amount: amountOf(({ amount }) => amount),
  tax: amountOf(({ tax }) => tax),
  taxBasisPoints: ({ taxBasisPoints }) => taxBasisPoints,
  fee: amountOf(({ fee }) => fee),
  net: amountOf(({ amount, fee }) => amount - fee),
  currency: ({ currency }) => currency,
};

/** The table for the parameters `from` and `to` of the URL, as in `Account.statement`: of the account that is named, or the first. */
export const statementTable = (params: URLSearchParams, now: Date): ExportTable => ({
  columns: Object.keys(columns),
  requireAccess: requireOrders,
  readPage: async (db, viewer, { after, limit }) => {
    const own = ownAccount(viewer);
    if (!own) throw new NotSignedIn();
    const account = await db.account.findUniqueOrThrow({ where: own, select: { id: true, timeZone: true } });
    const period = statementPeriod(account, { from: dayIn(params, 'from'), to: dayIn(params, 'to') }, now);
    const lines = await readStatementLines(db, period, {
      ...{ after: undefined, before: after === undefined ? undefined : positionOf(after) },
      // From the end of the list, whose newest line is the first.
      ...{ limit, isFromEnd: true },
    });
    return lines.map((line) => ({
      id: `${line.issuedAt.getTime()} ${line.id}`,
      records: [cellsOf(columns, line)],
    }));
  },
});

function dayIn(params: URLSearchParams, field: 'from' | 'to'): Day | undefined {
  const text = params.get(field) || undefined;
  if (text !== undefined && !isDay(text))
    throw new InputInvalid([{ field, message: 'must be a day such as 2026-11-28' }]);
  return text;
}

/** The position that an id of `readPage` names. */
function positionOf(id: string): { readonly at: Date; readonly id: string } {
  const [time, documentId = ''] = id.split(' ');
  return { at: new Date(Number(time)), id: documentId };
}
