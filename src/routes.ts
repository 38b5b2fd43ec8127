import { frameRoutes } from './ads/serving/sandboxed-frame.ts';
import { servingRoutes } from './ads/serving/serving-routes.ts';
import { setupRoutes } from './ads/setup-link/setup-page.ts';
import type { App } from './app.ts';
import { brandOf } from './branding/brand-of.ts';
import { clockRoutes } from './demo/clock-page.ts';
import { demoSignInRoutes } from './demo/sign-in-routes.ts';
import { mailboxRoutes } from './emails/mailbox-page.ts';
import { unsubscribeRoutes } from './emails/unsubscribe-page.ts';
import { fileRoutes } from './files/file-routes.ts';
import { json, type Route } from './http/route.ts';
import { forThisMachine } from './http/this-machine.ts';
import { oauthRoutes } from './oauth/oauth-routes.ts';
import { errorDocsRoutes } from './pages/error-docs-page.ts';
import { creditNoteRoutes } from './payments/credit-note-page.ts';
import { payRoutes } from './payments/pay-page.ts';
import { receiptRoutes } from './payments/receipt-page.ts';
import { stripeRoutes } from './payments/stripe/stripe-webhook.ts';
import { testPageRoutes } from './payments/test-mode/test-payment-page.ts';
import { createReadinessCheck } from './platform/health.ts';
import { sandboxRoutes } from './sandboxes/sandbox-routes.ts';

/**
 * The routes besides GraphQL: health checks, the ads of placements and their frames, files, the
 * pages of setup links, unsubscribe links, receipts and payments, the Stripe webhook, and in development the demo people,
 * the mailbox and the clock.
 */
export function routesOf(app: App): Route[] {
  const { advanceDays } = app;
  const checkReadiness = createReadinessCheck(app.database.pool, app.log);
  return [
    { path: '/health/live', get: () => json(200, { status: 'live' }) },
    {
      path: '/health/ready',
      get: async () => {
        const { isReady, reason } = await checkReadiness();
        return json(isReady ? 200 : 503, { status: isReady ? 'ready' : 'not ready', reason });
      },
    },
    ...errorDocsRoutes(() => brandOf(app)),
    ...servingRoutes(app),
    ...setupRoutes(app),
    ...frameRoutes(app),
    ...fileRoutes(app),
    ...receiptRoutes(app),
    ...creditNoteRoutes(app),
    ...unsubscribeRoutes(app),
    ...stripeRoutes(app),
    ...oauthRoutes(app),
    ...testPageRoutes(app),
    ...payRoutes(app),
    ...(app.sandboxes ? sandboxRoutes(app.sandboxes, routesOf) : []),
    ...forThisMachine([
      ...(app.mailbox ? mailboxRoutes(app.mailbox, () => brandOf(app)) : []),
      ...(advanceDays ? clockRoutes({ ...app, advanceDays }, () => brandOf(app)) : []),
      ...(app.config.isProduction ? [] : demoSignInRoutes(app)),
    ]),
  ];
}
