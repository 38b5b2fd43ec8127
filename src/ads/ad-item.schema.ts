/** The space that an ad was bought for. Holders of a setup link read it too, so the price of the item is not part of it. */
import DataLoader from 'dataloader';
import { visibleSpaces } from '../access/access.ts';
import type { Space } from '../generated/prisma/client.ts';
import { builder } from '../graphql/builder.ts';
import { type Context, contextLoader, sharedLoader } from '../graphql/context.ts';
import { CreativeRulesType } from '../spaces/creative-rules.schema.ts';
import { SpaceFormatType, SpaceType } from '../spaces/space.schema.ts';
import { formatOf } from '../spaces/space-fields.ts';
import { AdType } from './ad.schema.ts';

interface ItemOfAd {
  /** Titles of the space and the price option when they were ordered. */
  readonly title: string;
  /** The space as it is today. */
  readonly space: Space;
}

/** Items by their ids, with their spaces; null for one that an offer has removed since its ad was read. */
const itemLoader = sharedLoader<string, ItemOfAd | null>(async ({ db }, ids) => {
  const items = await db.orderItem.findMany({
    where: { id: { in: [...ids] } },
    select: { id: true, title: true, priceOption: { select: { space: true } } },
  });
  const byId = new Map(items.map(({ id, title, priceOption: { space } }) => [id, { title, space }]));
  return ids.map((id) => byId.get(id) ?? null);
});

/** The item of an ad; null for an ad without one. */
const itemOf = async ({ itemId }: { readonly itemId: string | null }, context: Context): Promise<ItemOfAd | null> =>
  itemId === null ? null : itemLoader(context).load(itemId);

/** The spaces that the viewer may see, by their ids. */
const visibleSpaceLoader = contextLoader(
  ({ app, viewer }) =>
    new DataLoader<string, Space | null>(async (ids) => {
      const spaces = await app.db.space.findMany({ where: { AND: [{ id: { in: [...ids] } }, visibleSpaces(viewer)] } });
      const byId = new Map(spaces.map((space) => [space.id, space]));
      return ids.map((id) => byId.get(id) ?? null);
    }),
);

const withoutItem = 'null for an ad without an item';

builder.prismaObjectFields(AdType, (t) => ({
  itemTitle: t.string({
    nullable: true,
    description: `Titles of the space and the price option that the ad was bought with, as they were when the order was placed; ${withoutItem}.`,
    resolve: async (ad, _args, context) => (await itemOf(ad, context))?.title,
  }),
  space: t.field({
    type: SpaceType,
    nullable: true,
    description: `The space that the ad was bought for; ${withoutItem}, and if the viewer may not see the space, such as one that is no longer listed.`,
    resolve: async (ad, _args, context) => {
      const item = await itemOf(ad, context);
      return item && visibleSpaceLoader(context).load(item.space.id);
    },
  }),
  format: t.field({
    type: SpaceFormatType,
    nullable: true,
    description: `Size or length of an ad in its space as it is today; ${withoutItem}.`,
    resolve: async (ad, _args, context) => {
      const item = await itemOf(ad, context);
      return item && formatOf(item.space);
    },
  }),
  creativeRules: t.field({
    type: CreativeRulesType,
    nullable: true,
    description: `Creative rules of its space, checked when a draft is saved and when it is submitted; ${withoutItem}.`,
    resolve: async (ad, _args, context) => (await itemOf(ad, context))?.space,
  }),
  allowsRemoteContent: t.boolean({
    description:
      'True if its space allows it to load content from other hosts and to run inline scripts, so that it can change after the review. If false, it loads nothing from other hosts and runs no script. See `CreativeRules.allowsRemoteContent`.',
    resolve: async (ad, _args, context) => (await itemOf(ad, context))?.space.allowsRemoteContent ?? false,
  }),
}));
