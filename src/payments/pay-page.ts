/** The page on which a payment by link begins: it leads to the page of the provider, which it has made when a person asks. */
import type { Order, Payment } from '../generated/prisma/client.ts';
import { escapeHtml, type HttpResponse, type Route } from '../http/route.ts';
import { pageText } from '../pages/catalogues.ts';
import { bidiText, factList, notice, type PageFrame, renderPage } from '../pages/layout.ts';
import { amountOf, dueOf } from './due-amounts.ts';
import { paymentIdIn, payPath } from './how-to-pay.ts';
import { openCheckoutNow } from './open-checkout.ts';
import { paymentPage } from './payment-pages.ts';
import type { PaymentServices } from './providers.ts';

/** `/pay/:token`: GET shows the payment and changes nothing, POST leads to the page of the provider. */
export const payRoutes = (app: PaymentServices): Route[] => [
  {
    path: payPath,
    get: (request, url) =>
      paymentPage(app, request, async (frame) => {
        const payment = await find(app, url);
        return payment && show(frame, payment);
      }),
    postForm: (read, request, url) =>
      paymentPage(app, request, async (frame) => {
        await read();
        const payment = await find(app, url);
        return payment && pay(app, frame, payment);
      }),
  },
];

type Shown = Payment & { readonly order: Order & { readonly seller: { readonly name: string } } };

/** The payment of a link; after a failed attempt, the request that has replaced it. */
async function find(app: PaymentServices, url: URL): Promise<Shown | undefined> {
  const id = paymentIdIn(app.config.secret, url.pathname.slice(payPath.length));
  const include = { order: { include: { seller: { select: { name: true } } } } } as const;
  const payment = id && (await app.db.payment.findUnique({ where: { id }, include }));
  if (!payment) return undefined;
  if (payment.status !== 'FAILED') return payment;
  const { orderId, purpose, createdAt } = payment;
  const next = await app.db.payment.findFirst({
    where: { orderId, purpose, status: { not: 'FAILED' }, createdAt: { gte: createdAt } },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
    include,
  });
  return next ?? payment;
}

/** The state of a payment for its payer. */
type PayState = 'OPEN' | 'IN_PROGRESS' | 'RECEIVED' | 'EXPIRED' | 'ENDED' | 'WITHDRAWN';

function stateOf({ status, inProgressSince, order }: Shown): PayState {
  if (status === 'OPEN') return inProgressSince ? 'IN_PROGRESS' : 'OPEN';
  if (status === 'RECEIVED') return 'RECEIVED';
  if (order.status === 'EXPIRED') return 'EXPIRED';
  return order.status === 'CANCELLED' || order.status === 'REFUNDED' ? 'ENDED' : 'WITHDRAWN';
}

const noticeKinds = {
  IN_PROGRESS: 'good',
  RECEIVED: 'good',
  EXPIRED: 'warn',
  ENDED: 'warn',
  WITHDRAWN: 'warn',
} as const;

function show(frame: PageFrame, payment: Shown, problem?: 'unavailable'): HttpResponse {
  const { order } = payment;
  const { say, money, moment } = pageText('pay', { language: frame.language, timeZone: 'UTC' });
  const state = stateOf(payment);
  const sum = money(state === 'OPEN' ? dueOf(order, payment) : amountOf(payment));
  const facts = factList([
    [say('order'), `#${order.number}`],
    [say('seller'), bidiText(order.seller.name)],
    [say('sum'), escapeHtml(sum)],
    [say('due'), state === 'OPEN' && payment.dueAt ? escapeHtml(moment(payment.dueAt)) : ''],
  ]);
  const problemNotice = problem ? notice('bad', `<p>${escapeHtml(say(problem))}</p>`, { isAlert: true }) : '';
  const outcome =
    state === 'OPEN'
      ? `<form method="post"><button class="primary">${escapeHtml(say('pay', { sum }))}</button></form><p class="muted small">${escapeHtml(say('leads'))}</p>`
      : notice(noticeKinds[state], `<p>${escapeHtml(say(state))}</p>`);
  return renderPage(frame, {
    title: say('title', { number: order.number }),
    body: `<div class="card">${problemNotice}${facts}${outcome}</div>`,
    hasForms: state === 'OPEN',
    ...(problem ? { status: 503 } : {}),
  });
}

/** Leads to the page of the provider. A redirect of the form would have to be allowed by the policy of the page. */
async function pay(app: PaymentServices, frame: PageFrame, payment: Shown): Promise<HttpResponse> {
  if (stateOf(payment) !== 'OPEN') return show(frame, payment);
  const wait = await app.rateLimiter.tryConsume('paymentLinkRenewals', payment.id);
  const url = wait === undefined ? await openCheckoutNow(app, payment.id) : undefined;
  if (!url) return show(frame, payment, 'unavailable');
  const { say } = pageText('pay', { language: frame.language, timeZone: 'UTC' });
  const address = escapeHtml(url);
  return renderPage(frame, {
    title: say('title', { number: payment.order.number }),
    head: `<meta http-equiv="refresh" content="0;url=${address}">`,
    body: `<div class="card"><p>${escapeHtml(say('continues'))}</p><a href="${address}">${escapeHtml(say('continue'))}</a></div>`,
  });
}
