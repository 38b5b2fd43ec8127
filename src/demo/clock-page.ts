/** The page that advances the clock, to try out what depends on time. Only for development. */
import type { IncomingMessage } from 'node:http';
import { RouteRefused } from '../http/error-response.ts';
import { escapeHtml, type HttpResponse, type Route } from '../http/route.ts';
import { renderPage } from '../pages/layout.ts';
import type { PageBrand } from '../pages/page-brand.ts';
import { InputInvalid } from '../platform/errors.ts';
import { wholeNumberIn } from '../platform/whole-number.ts';
import { type OrderStep, orderRow } from '../process/order.ts';
import type { AppServices } from '../services/services.ts';

const path = '/clock';
const choices = [1, 3, 7, 14, 30] as const;
const maxDays = 400;
const shownTimers = 20;

/**
 * The services that the page needs. `advanceDays` advances the clock day by day, and runs the work that falls due on
 * each day.
 */
type ClockServices = Pick<AppServices, 'db' | 'clock'> & { readonly advanceDays: (days: number) => Promise<void> };

/** The routes of the page that advances the clock. */
export function clockRoutes(app: ClockServices, readBrand: () => Promise<PageBrand>): Route[] {
  return [
    {
      path,
      get: async () => render(app, await readBrand()),
      postForm: async (read, request) => {
        if (isFromElsewhere(request)) throw new RouteRefused('CROSS_SITE_REQUEST');
        const days = wholeNumberIn(String((await read()).get('days')), { min: 1, max: maxDays });
        if (days === undefined)
          throw new InputInvalid([{ field: 'days', message: `must be a whole number from 1 to ${maxDays}` }]);
        await app.advanceDays(days);
        return { status: 303, type: 'text/plain; charset=utf-8', body: '', headers: { location: path } };
      },
    },
  ];
}

/** True if a page of another site sends the form. Programs other than browsers do not send this header. */
const isFromElsewhere = ({ headers }: IncomingMessage): boolean =>
  !['same-origin', 'none', undefined].includes(headers['sec-fetch-site'] as string | undefined);

async function render({ db, clock }: ClockServices, brand: PageBrand): Promise<HttpResponse> {
  const timers = await db.timer.findMany({
    where: { dueAt: { not: null } },
    orderBy: { dueAt: 'asc' },
    take: shownTimers,
    include: { order: { select: { number: true } } },
  });
  const rows = timers.map(({ dueAt, order, step, kind }) => {
    // The engine writes only steps of the process table.
    const { title } = orderRow(step as OrderStep);
    const event = kind === 'REMINDER' ? `a reminder before “${title}”` : title;
    return `<tr><td>${dueAt ? shownTime(dueAt) : ''}</td><td>order #${order.number}</td><td>${escapeHtml(event)}</td></tr>`;
  });
  const buttons = choices.map(
    (days) => `<button name="days" value="${days}">${days} day${days === 1 ? '' : 's'}</button>`,
  );
  const body = `<p>The clock of this server shows <b>${shownTime(clock.now())}</b> UTC. Advance it, and everything that is due happens, day by day. <a href="./">Back</a></p>
<form method="post"><div class="row">${buttons.join(' ')}</div></form>
<h2>Next deadlines</h2>
<table>${rows.join('\n') || '<tr><td>None.</td></tr>'}</table>`;
  return renderPage({ brand, language: 'EN' }, { title: 'Clock', body, hasForms: true });
}

/** 2026-11-28 14:05. */
const shownTime = (time: Date): string => time.toISOString().slice(0, 16).replace('T', ' ');
