import { visibleOrders } from '../../access/access.ts';
import { actorRefusals, requirePersonActor } from '../../access/actor.ts';
import { requirePerson } from '../../access/scopes.ts';
import { workingSetupLinks } from '../../access/setup-link-tokens.ts';
import { AccountType } from '../../accounts/account.schema.ts';
import { builder } from '../../graphql/builder.ts';
import type { Context } from '../../graphql/context.ts';
import { typeName } from '../../graphql/fields.ts';
import { idempotencyKeyField, requireResult, runOnce } from '../../graphql/idempotency.ts';
import { rowIdOf } from '../../graphql/ids.ts';
import { refusalTypes } from '../../graphql/refusals.schema.ts';
import { OrderType } from '../../orders/order.schema.ts';
import { OrderNotFound } from '../../orders/order-refusals.ts';
import { RateLimited } from '../../platform/errors.ts';
import { revokeSetupLink, rotateSetupLink, SetupLinkUnavailable } from './setup-links.ts';

const SetupLinkType = builder.prismaObject('SetupLink', {
  fields: (t) => ({
    createdAt: t.expose('createdAt', { type: 'DateTime' }),
    expiresAt: t.expose('expiresAt', { type: 'DateTime' }),
  }),
});

builder.prismaObjectField('Order', 'setupLink', (t) =>
  t.field({
    type: SetupLinkType,
    nullable: true,
    description:
      'The link with which its ads can be set up without signing in; null if none works. The link itself is only mailed.',
    select: (_args, { app }: Context) => ({
      setupLinks: { where: workingSetupLinks(app.clock.now()), orderBy: { createdAt: 'desc' }, take: 1 },
    }),
    resolve: ({ setupLinks }) => setupLinks[0] ?? null,
  }),
);

refusalTypes(SetupLinkUnavailable);

const changes = {
  rotateSetupLink: {
    does: rotateSetupLink,
    about: 'E-mails the advertiser a new setup link and revokes the previous one. For the advertiser or the seller.',
    refusals: [...actorRefusals, OrderNotFound, SetupLinkUnavailable, RateLimited],
  },
  revokeSetupLink: {
    does: revokeSetupLink,
    about: 'Ends the setup link of an order; without one, nothing changes. For advertiser or seller.',
    refusals: [...actorRefusals, OrderNotFound, SetupLinkUnavailable],
  },
} as const;

for (const [name, { does, about, refusals }] of Object.entries(changes)) {
  const Input = builder.inputType(`${typeName(name)}Input`, {
    description: `Input of the mutation \`${name}\`.`,
    fields: (t) => ({
      orderId: t.id({ required: true, description: 'The global id of the order.' }),
      idempotencyKey: t.string(idempotencyKeyField),
    }),
  });
  builder.mutationField(name, (t) =>
    t.prismaField({
      type: OrderType,
      description: about,
      errors: {
        types: [...refusals],
        union: {
          name: `${typeName(name)}Result`,
          description: `Result of \`${name}\`, or the reason for the refusal.`,
        },
      },
      args: { input: t.arg({ type: Input, required: true, description: 'The input of the mutation.' }) },
      resolve: async (query, _root, { input }, context) => {
        const { app, viewer } = context;
        const id = rowIdOf('Order', String(input.orderId));
        await runOnce(context, name, input, (inside) => does(inside, viewer, id));
        return requireResult(app.db.order.findFirst({ ...query, where: { AND: [{ id }, visibleOrders(viewer)] } }));
      },
    }),
  );
}

const UpdateAccountSettingsInput = builder.inputType('UpdateAccountSettingsInput', {
  description: 'The settings to change. A setting that is left out stays as it is.',
  fields: (t) => ({
    adSetupEmails: t.boolean({
      description:
        'True if advertisers who order from you are e-mailed about the setup of their ads: a link, rejections and publications.',
    }),
    idempotencyKey: t.string(idempotencyKeyField),
  }),
});

builder.mutationField('updateAccountSettings', (t) =>
  t.prismaField({
    type: AccountType,
    description:
      'Updates the settings of your account. While `adSetupEmails` is false, setup links, rejections and publications of ads are not e-mailed, and links sent before do not work.',
    errors: {
      types: [...actorRefusals],
      union: {
        name: 'UpdateAccountSettingsResult',
        description: 'Result of `updateAccountSettings`, or the reason for the refusal.',
      },
    },
    args: {
      input: t.arg({
        type: UpdateAccountSettingsInput,
        required: true,
        description: 'The account settings to change.',
      }),
    },
    resolve: async (query, _root, { input }, context) => {
      const { app, viewer } = context;
      const { accountId } = requirePersonActor(requirePerson(viewer));
      const { adSetupEmails } = input;
      await runOnce(context, 'updateAccountSettings', input, async (inside) => {
        const data = typeof adSetupEmails === 'boolean' ? { hidesAdSetup: !adSetupEmails } : {};
        await inside.db.account.update({ where: { id: accountId }, data });
      });
      return app.db.account.findUniqueOrThrow({ ...query, where: { id: accountId } });
    },
  }),
);
