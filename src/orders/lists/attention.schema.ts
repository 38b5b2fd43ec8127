import { requireScopes } from '../../access/scopes.ts';
import { isMember } from '../../access/viewer.ts';
import { builder } from '../../graphql/builder.ts';
import { asGraphQLError } from '../../graphql/errors.ts';
import { limits } from '../../limits.ts';
import { NotSignedIn } from '../../platform/errors.ts';
import { type AttentionCounts, countAttention } from './count-attention.ts';

const bound = `at most ${limits.countedAttention + 1}, which stands for "more than ${limits.countedAttention}"`;

const AttentionCountsType = builder.objectRef<AttentionCounts>('AttentionCounts').implement({
  description: `Number of orders in which the viewer is expected to act, per role. \`orders(filter: { needsAttention: true })\` lists them.`,
  fields: (t) => ({
    asAdvertiser: t.exposeInt('advertiser', { description: `Number of orders that the viewer placed: ${bound}.` }),
    asSeller: t.exposeInt('seller', { description: `Number of orders that were placed with the viewer: ${bound}.` }),
    asOperator: t.exposeInt('operator', {
      description: `Number of all other orders, for operators: ${bound}. 0 for all other viewers.`,
    }),
  }),
});

builder.queryField('attentionCounts', (t) =>
  t.field({
    type: AttentionCountsType,
    description: 'Number of orders in which the viewer is expected to act.',
    resolve: (_root, _args, { app, viewer }) => {
      if (!isMember(viewer)) throw asGraphQLError(new NotSignedIn());
      requireScopes(viewer, 'ORDERS_READ');
      return countAttention(app.db, viewer);
    },
  }),
);
