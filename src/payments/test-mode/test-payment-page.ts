/** The page of a test payment with buttons to pay or to fail, in place of a payment provider. */
import type { Order, Payment, PaymentProviderName, PaymentRequestStatus } from '../../generated/prisma/client.ts';
import { escapeHtml, type HttpResponse, type Route } from '../../http/route.ts';
import { idSignedIn } from '../../platform/secrets.ts';
import { formatMoney } from '../../process/format-money.ts';
import { moneyPage, noSuchPage, withinBudget } from '../payment-pages.ts';
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
          get: (request, url) => withinBudget(app, request, async () => show(await find(app, url))),
          postForm: (read, request, url) => withinBudget(app, request, async () => handleForm(app, await read(), url)),
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

const outcomes: Readonly<Record<PaymentRequestStatus, string>> = {
  OPEN: '<form method="post"><button name="action" value="pay">Pay</button><button name="action" value="fail">Fail</button></form>',
  RECEIVED: '<p><b>Paid.</b> Thank you.</p>',
  FAILED: '<p><b>The payment has failed.</b> A new link will be e-mailed.</p>',
  CLOSED: '<p>This payment is no longer requested.</p>',
};

function show(request: Asked | undefined): HttpResponse {
  if (!request) return noSuchPage();
  const sum = formatMoney({ minorUnits: request.amountMinorUnits, currency: request.currency });
  const outcome = outcomes[request.status];
  const body = `<p>Order #${request.order.number}: <b>${escapeHtml(sum)}</b>. This is a test payment. No money is charged.</p>${outcome}`;
  return moneyPage('Test payment', body, { hasForms: true });
}

async function handleForm(app: PaymentServices, form: FormData, url: URL): Promise<HttpResponse> {
  const request = await find(app, url);
  if (!request) return noSuchPage();
  const outcome = form.get('action') === 'pay' ? 'PAID' : 'FAILED';
  await applyTestOutcome(app, request, { outcome, failure: 'The button "Fail" was pressed.' });
  return { status: 303, type: 'text/plain; charset=utf-8', body: '', headers: { location: url.pathname } };
}
