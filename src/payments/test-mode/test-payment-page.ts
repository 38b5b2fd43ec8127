/** The page of a test payment with buttons to pay or to fail, in place of a payment provider. */
import type { Order, Payment, PaymentProviderName } from '../../generated/prisma/client.ts';
import { escapeHtml, type HttpResponse, type Route } from '../../http/route.ts';
import { pageText } from '../../pages/catalogues.ts';
import { factList, notice, type PageFrame, renderPage } from '../../pages/layout.ts';
import { idSignedIn } from '../../platform/secrets.ts';
import { dueOf } from '../due-amounts.ts';
import { paymentPage } from '../payment-pages.ts';
import type { PaymentServices } from '../providers.ts';
import { applyTestOutcome } from './test-payments.ts';
import { testPagePath, testPageUse } from './test-provider.ts';

const provider: PaymentProviderName = 'TEST';

/** `/pay/test/:token`: GET shows the sum, POST pays it or fails. There is no such page where the method is not offered. */
export const testPageRoutes = (app: PaymentServices): Route[] =>
  app.providers.TEST.checkout
    ? [
        {
          path: testPagePath,
          get: (request, url) =>
            paymentPage(app, request, async (frame) => {
              const payment = await find(app, url);
              return payment && show(frame, payment);
            }),
          postForm: (read, request, url) =>
            paymentPage(app, request, async () => {
              const form = await read();
              const payment = await find(app, url);
              return payment && handleForm(app, payment, form, url);
            }),
        },
      ]
    : [];

type Asked = Payment & { readonly order: Order };

async function find(app: PaymentServices, url: URL): Promise<Asked | undefined> {
  const id = idSignedIn(app.config.secret, testPageUse, url.pathname.slice(testPagePath.length));
  // Anyone with the link may see what the payment is for.
  const payment = id && (await app.db.payment.findUnique({ where: { id, provider }, include: { order: true } }));
  return payment || undefined;
}

function show(frame: PageFrame, request: Asked): HttpResponse {
  const { say, money } = pageText('testPayment', { language: frame.language, timeZone: 'UTC' });
  const sum = money(dueOf(request.order, request));
  const facts = factList([
    [say('order'), `#${request.order.number}`],
    [say('sum'), escapeHtml(sum)],
  ]);
  const outcome =
    request.status === 'OPEN'
      ? `<form method="post"><div class="row"><button class="primary" name="action" value="pay">${escapeHtml(say('pay', { sum }))}</button><button name="action" value="fail">${escapeHtml(say('fail'))}</button></div></form>`
      : notice(noticeKinds[request.status], `<p>${escapeHtml(say(request.status))}</p>`);
  return renderPage(frame, {
    title: say('title'),
    body: `<p>${escapeHtml(say('introduction'))}</p><div class="card">${facts}${outcome}</div>`,
    hasForms: true,
  });
}

const noticeKinds = { RECEIVED: 'good', FAILED: 'bad', CLOSED: 'warn' } as const;

async function handleForm(app: PaymentServices, request: Asked, form: FormData, url: URL): Promise<HttpResponse> {
  const outcome = form.get('action') === 'pay' ? 'PAID' : 'FAILED';
  await applyTestOutcome(app, request, { outcome, failure: 'The test payment was set to fail.' });
  return { status: 303, type: 'text/plain; charset=utf-8', body: '', headers: { location: url.pathname } };
}
