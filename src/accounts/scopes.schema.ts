import { ScopeMissing, scopes } from '../access/scopes.ts';
import { builder } from '../graphql/builder.ts';
import { describedEnum } from '../graphql/process.schema.ts';
import { refusalType } from '../graphql/refusals.schema.ts';

export const ApplicationScopeEnum = describedEnum(
  'ApplicationScope',
  'Something that an application may do on behalf of its account.',
  scopes,
);

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
