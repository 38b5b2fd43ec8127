/** The page that advances the clock, to try out what depends on time. Only for development. */
import type { IncomingMessage } from 'node:http';
import { RouteRefused } from '../http/error-response.ts';
import { escapeHtml, page, type Route } from '../http/route.ts';
import { InputInvalid } from '../platform/errors.ts';
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

export function clockRoutes(app: ClockServices): Route[] {
  return [
    {
      path,
      get: async () => page(await render(app), { hasForms: true }),
      postForm: async (read, request) => {
        if (isFromElsewhere(request)) throw new RouteRefused('CROSS_SITE_REQUEST');
        const days = Number((await read()).get('days'));
        if (!Number.isInteger(days) || days < 1 || days > maxDays)
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

async function render({ db, clock }: ClockServices): Promise<string> {
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
    return `<tr><td>${dueAt?.toISOString().slice(0, 16).replace('T', ' ')}</td><td>order #${order.number}</td><td>${escapeHtml(event)}</td></tr>`;
  });
  const buttons = choices.map(
    (days) => `<button name="days" value="${days}">${days} day${days === 1 ? '' : 's'}</button>`,
  );
  return `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Clock – Placard</title>
<style>body{font:16px/1.5 system-ui,sans-serif;max-width:46em;margin:2em auto;padding:0 1em;color:#1c2333}td{padding:.2em 1.2em .2em 0}button{font:inherit;padding:.3em .8em}</style>
<h1>Clock</h1><p>The clock of this server shows <b>${clock.now().toISOString().slice(0, 16).replace('T', ' ')}</b> UTC. Advance it, and everything that is due happens, day by day. <a href="/">Back</a></p>
<form method="post">${buttons.join(' ')}</form>
<h2>Next deadlines</h2><table>${rows.join('\n') || '<tr><td>None.</td></tr>'}</table></html>`;
}
