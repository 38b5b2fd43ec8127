import { canSeePrivate } from '../access/access.ts';
import { visibleAccounts } from '../access/account-access.ts';
import { FileType, fileLoader } from '../files/file.schema.ts';
import { builder } from '../graphql/builder.ts';
import { rowLoader } from '../graphql/context.ts';
import { nodeOptions } from '../graphql/nodes.ts';
import { usedAddress } from '../platform/web-address.ts';

/** Loads the accounts of participants, authors and actors of objects that the viewer may see. */
export const accountLoader = rowLoader(({ db }, ids) => db.account.findMany({ where: { id: { in: ids } } }));

export const AccountType = builder.prismaObject('Account', {
  fields: (t) => ({
    name: t.exposeString('name'),
    contactEmail: t.string({
      nullable: true,
      description: 'Address that the replies of other parties go to. Null for any account but your own.',
      resolve: ({ id, contactEmail }, _args, { viewer }) => (canSeePrivate(viewer, id) ? contactEmail : null),
    }),
    email: t.string({
      nullable: true,
      deprecationReason: 'Use contactEmail; people have addresses of their own.',
      description: 'Address that the replies of other parties go to. Null for any account but your own.',
      resolve: ({ id, contactEmail }, _args, { viewer }) => (canSeePrivate(viewer, id) ? contactEmail : null),
    }),
    adSetupEmails: t.boolean({
      nullable: true,
      description:
        'True if advertisers who order from this seller are e-mailed about the setup of their ads: a link, rejections and publications. Null for any account but your own.',
      resolve: ({ id, hidesAdSetup }, _args, { viewer }) => (canSeePrivate(viewer, id) ? !hidesAdSetup : null),
    }),
    legalName: t.string({
      nullable: true,
      description: 'Name of the company or the person in contracts and on receipts.',
      resolve: ({ legalName }) => legalName,
    }),
    address: t.string({
      nullable: true,
      description: 'Postal address, in lines. Null for any account but your own.',
      resolve: ({ id, address }, _args, { viewer }) => (canSeePrivate(viewer, id) ? address : null),
    }),
    taxId: t.string({
      nullable: true,
      description: 'Tax id, as it stands on receipts. Null for any account but your own.',
      resolve: ({ id, taxId }, _args, { viewer }) => (canSeePrivate(viewer, id) ? taxId : null),
    }),
    taxBasisPoints: t.exposeInt('taxBasisPoints'),
    pricesIncludeTax: t.exposeBoolean('pricesIncludeTax'),
    phone: t.string({
      nullable: true,
      description: 'Telephone number of the account. Null for any account but your own.',
      resolve: ({ id, phone }, _args, { viewer }) => (canSeePrivate(viewer, id) ? phone : null),
    }),
    paymentInstructions: t.string({
      nullable: true,
      description:
        'Instructions for paying this seller outside the marketplace, sent with payment requests. Null for any account but your own.',
      resolve: ({ id, paymentInstructions }, _args, { viewer }) =>
        canSeePrivate(viewer, id) ? paymentInstructions : null,
    }),
    timeZone: t.exposeString('timeZone'),
    website: t.string({
      nullable: true,
      description: 'Address of the website of the account.',
      resolve: ({ website }) => usedAddress(website)?.href,
    }),
    about: t.exposeString('about', { nullable: true }),
    logo: t.field({
      type: FileType,
      nullable: true,
      description: 'Image that other parties see beside the name; null if the account has none.',
      resolve: ({ logoId }, _args, context) => (logoId === null ? null : fileLoader(context).load(logoId)),
    }),
    isOperator: t.exposeBoolean('isOperator'),
    createdAt: t.expose('createdAt', { type: 'DateTime' }),
  }),
});

builder.nodeRef(
  AccountType,
  nodeOptions('Account', ({ app, viewer }, ids) =>
    app.db.account.findMany({ where: { AND: [{ id: { in: ids } }, visibleAccounts(viewer)] } }),
  ) as never,
);
