/** The route that serves the schema, for the tools of partners. */
import { printSchema } from 'graphql';
import { mayIntrospect } from '../graphql/introspection.ts';
import { rateLimitKeyOf } from '../http/caller-address.ts';
import { RouteRefused } from '../http/error-response.ts';
import { conditional } from '../http/etag.ts';
import type { Route } from '../http/route.ts';
import { authorizationOf } from '../http/session-cookie.ts';
import { schema } from '../schema.ts';
import type { OrderServices } from '../services/order-services.ts';
import type { Authenticator } from './authenticate.ts';

/** `GET /schema.graphql`: the schema as text, for everyone in development and for applications in production. */
export const schemaRoutes = (app: OrderServices, authenticator: Authenticator): Route[] => {
  let text: string | undefined;
  return [
    {
      path: '/schema.graphql',
      get: async (request) => {
        const rateLimitKey = rateLimitKeyOf(app.config, request);
        await app.rateLimiter.consume('operations', rateLimitKey);
        const authorization = authorizationOf(app.config, request);
        const caller = await authenticator.acquireCaller({
          authorization,
          account: undefined,
          userAgent: undefined,
          rateLimitKey,
        });
        caller.release();
        if (!mayIntrospect(caller)) throw new RouteRefused('SCHEMA_REFUSED');
        text ??= `${printSchema(schema)}\n`;
        return conditional(request, {
          status: 200,
          type: 'text/plain; charset=utf-8',
          body: text,
          headers: { 'cache-control': 'private, no-cache', vary: 'authorization, cookie' },
        });
      },
    },
  ];
};
