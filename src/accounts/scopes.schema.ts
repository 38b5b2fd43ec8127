import { allScopes, type Scope, ScopeMissing, scopes } from '../access/scopes.ts';
import { builder } from '../graphql/builder.ts';
import { refusalType } from '../graphql/refusals.schema.ts';

/** `orders:read` → `ORDERS_READ`: how GraphQL writes words. */
const enumValueOf = (scope: Scope): string => scope.toUpperCase().replace(':', '_');

export const ApplicationScopeEnum = builder.enumType('ApplicationScope', {
  description: 'Something that an application may do on behalf of its account.',
  values: Object.fromEntries(
    allScopes.map((scope) => [enumValueOf(scope), { value: scope, description: scopes[scope] }]),
  ) as Record<string, { value: Scope; description: string }>,
});

builder.objectType(ScopeMissing, {
  ...refusalType(ScopeMissing),
  fields: (t) => ({
    scopes: t.field({
      type: [ApplicationScopeEnum],
      description: 'The scopes that it needs and does not have; none if it is for people who signed in.',
      resolve: (refusal) => [...refusal.scopes],
    }),
  }),
});
