import { requireScopes } from '../../access/scopes.ts';
import { isMember } from '../../access/viewer.ts';
import { builder } from '../../graphql/builder.ts';
import { asGraphQLError } from '../../graphql/errors.ts';
import { limits } from '../../limits.ts';
import { NotSignedIn } from '../../platform/errors.ts';
import { type Attention, countAttention } from './count-attention.ts';

const bound = `at most ${limits.countedAttention + 1}, which stands for "more than ${limits.countedAttention}"`;

const AttentionType = builder.objectRef<Attention>('Attention').implement({
  description: `How many orders wait for the viewer, in each role. The list of them: \`orders(filter: { needsAttention: true })\`.`,
  fields: (t) => ({
    asAdvertiser: t.exposeInt('advertiser', { description: `Of those that the viewer placed: ${bound}.` }),
    asSeller: t.exposeInt('seller', { description: `Of those that were placed with the viewer: ${bound}.` }),
    asOperator: t.exposeInt('operator', {
      description: `Of all others, for an operator: ${bound}. 0 for everybody else.`,
    }),
  }),
});

builder.queryField('attention', (t) =>
  t.field({
    type: AttentionType,
    description: 'Number of orders in which the viewer is expected to act.',
    resolve: (_root, _args, { app, viewer }) => {
      if (!isMember(viewer)) throw asGraphQLError(new NotSignedIn());
      requireScopes(viewer, 'orders:read');
      return countAttention(app.db, viewer);
    },
  }),
);
