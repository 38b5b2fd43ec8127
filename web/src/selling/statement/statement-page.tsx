import { endOfMonth, startOfMonth, today } from '@internationalized/date';
import { Link } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { useApiQuery } from '../../api/use-api.ts';
import { paths } from '../../app/paths.ts';
import {
  SellerStatementDocument,
  type SellerStatementQuery,
  type StatementLineViewFragment,
} from '../../generated/graphql.ts';
import { useFormats, useTimeZone } from '../../i18n/formats.ts';
import { useText } from '../../i18n/use-text.ts';
import { useSessionState } from '../../session/session-context.tsx';
import { CsvDownload } from '../../ui/csv-download.tsx';
import { CursorPages, type PageInfo } from '../../ui/cursor-pages.tsx';
import { Details } from '../../ui/details.tsx';
import { Page } from '../../ui/page.tsx';
import { QueryView } from '../../ui/query-view.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { SellingLinks } from '../selling-links.tsx';

const linesPerPage = 30;

/** The first and the last day of a statement; empty while they are typed. */
interface Period {
  readonly from: string;
  readonly to: string;
}

type Account = Extract<NonNullable<SellerStatementQuery['node']>, { readonly __typename?: 'Account' }>;
type Statement = NonNullable<Account['statement']>;

/** The statement of the account as a seller for a period, at first this month: totals, receipts and credit notes. */
export function StatementPage() {
  const text = useText();
  const now = today(useTimeZone());
  const [period, setPeriod] = useState<Period>({
    from: startOfMonth(now).toString(),
    to: endOfMonth(now).toString(),
  });
  const { from, to } = period;
  return (
    <Page title={text('statement.title')} isNarrow>
      <SellingLinks />
      <div className="row">
        <TextField
          name="from"
          type="date"
          isRequired
          label={text('statement.from')}
          value={from}
          onChange={(day) => setPeriod({ from: day, to })}
        />
        <TextField
          name="to"
          type="date"
          isRequired
          label={text('statement.to')}
          value={to}
          onChange={(day) => setPeriod({ from, to: day })}
        />
      </div>
      {from && to && (
        <CursorPages key={`${from} ${to}`}>
          {(after, more) => <StatementPart {...{ period, after, more }} />}
        </CursorPages>
      )}
    </Page>
  );
}

interface StatementPartProps {
  readonly period: Period;
  readonly after: string | undefined;
  readonly more: (pageInfo: PageInfo) => ReactNode;
}

/** A page of the lines; the first has the totals above. */
function StatementPart({ period, after, more }: StatementPartProps) {
  const text = useText();
  const { membership } = useSessionState();
  const id = membership?.account.id ?? '';
  const query = useApiQuery(SellerStatementDocument, { id, ...period, first: linesPerPage, after });
  return (
    <QueryView query={query}>
      {({ node }) => {
        const statement = node?.__typename === 'Account' ? node.statement : undefined;
        if (!statement) return null;
        const { lines } = statement;
        return (
          <>
            {!after && <StatementSummary statement={statement} />}
            {!after && lines.nodes.length === 0 && <p>{text('statement.empty')}</p>}
            <ul className="plain-list stack stack--small">
              {lines.nodes.map((line) => (
                <li key={line.number} className="card stack stack--small">
                  <LineView line={line} />
                </li>
              ))}
            </ul>
            {more(lines.pageInfo)}
          </>
        );
      }}
    </QueryView>
  );
}

function StatementSummary({ statement: { from, to, timeZone, totals } }: { readonly statement: Statement }) {
  const text = useText();
  const { money } = useFormats();
  return (
    <>
      <p className="muted">{text('statement.introduction', { zone: timeZone })}</p>
      {totals.map(({ received, refunded, tax, fee, net }) => (
        <section key={net.currency} className="card stack" aria-labelledby={`totals-${net.currency}`}>
          <h2 id={`totals-${net.currency}`}>{text('statement.totals', { currency: net.currency })}</h2>
          <Details
            rows={[
              [text('statement.received'), money(received)],
              [text('statement.refunded'), money(refunded)],
              [text('statement.fee'), money(fee)],
              [text('statement.net'), <strong key="net">{money(net)}</strong>],
              [text('statement.tax'), money(tax)],
            ]}
          />
        </section>
      ))}
      <CsvDownload file="statement.csv" params={{ from, to }} label={text('csv.statement')} />
    </>
  );
}

function LineView({ line }: { readonly line: StatementLineViewFragment }) {
  const text = useText();
  const { money, date } = useFormats();
  return (
    <>
      <div className="row row--spread">
        <a href={line.url} target="_blank" rel="noopener noreferrer">
          {text(`statementLine.${line.kind}`, { number: line.number })}
        </a>
        <strong>{money(line.amount)}</strong>
      </div>
      <Details
        rows={[
          [text('statement.date'), date(line.issuedAt)],
          [
            text('statement.order'),
            <Link key="order" to={paths.order} params={{ number: String(line.orderNumber) }}>
              {text('order.title', { number: line.orderNumber })}
            </Link>,
          ],
          [text('orderRole.ADVERTISER'), line.advertiserName],
          [text('statement.lineTax'), line.tax.minorUnits !== 0 && money(line.tax)],
          [text('statement.fee'), line.fee.minorUnits !== 0 && money(line.fee)],
        ]}
      />
    </>
  );
}
