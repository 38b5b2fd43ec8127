/** Shared parts of payment pages. The token in the URL is the only authorization; there are no cookies. */
import type { IncomingMessage } from 'node:http';
import { pageFrameFor } from '../branding/page-frame.ts';
import { rateLimitKeyOf } from '../http/caller-address.ts';
import type { HttpResponse } from '../http/route.ts';
import { brokenLinkPage, rateLimitPage } from '../pages/error-page.ts';
import type { PageFrame } from '../pages/layout.ts';
import type { AppServices } from '../services/services.ts';

/** Handles a request within its rate limit; without an answer, the link does not work. */
export async function paymentPage(
  app: AppServices,
  request: IncomingMessage,
  answer: (frame: PageFrame) => Promise<HttpResponse | undefined>,
): Promise<HttpResponse> {
  const frame = await pageFrameFor(app, request);
  const wait = await app.rateLimiter.tryConsume('operations', rateLimitKeyOf(app.config, request));
  return wait === undefined ? ((await answer(frame)) ?? brokenLinkPage(frame)) : rateLimitPage(frame, wait);
}
