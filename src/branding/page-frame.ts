import type { IncomingMessage } from 'node:http';
import type { Language } from '../generated/prisma/client.ts';
import type { PageFrame } from '../pages/layout.ts';
import { localeOf } from '../pages/visitor.ts';
import type { AppServices } from '../services/services.ts';
import { brandOf } from './brand-of.ts';

type Configured = Pick<AppServices, 'marketplace' | 'config'>;

/** The frame of a page in a language. */
export const pageFrameIn = async (app: Configured, language: Language): Promise<PageFrame> => ({
  brand: await brandOf(app),
  language,
});

/** The frame of a page for the visitor who has sent the request. */
export const pageFrameFor = (app: Configured, request: IncomingMessage): Promise<PageFrame> =>
  pageFrameIn(app, localeOf(request).language);
