import { entryTypes } from '../../src/process/entries.ts';
import { entryTypeName } from '../../src/process/names.ts';

/** The fields that the resolvers read for operations on orders, as no plan can yet, by the reason. */
export const unplannedFields: Readonly<Record<string, readonly string[]>> = {
  'Their rows have conditions of access of their own.': [
    'Account.applicationGrants',
    'Account.invitations',
    'Account.members',
    'Order.ads',
    'Order.metrics',
    'Order.ratings',
    'Order.setupLink',
    'Person.invitations',
    'Person.memberships',
    'Person.sessions',
  ],
  'They are counted or summed over many rows, or kept in memory.': [
    'Account.profile',
    'Account.statement',
    'Account.unreadCount',
    'Ad.clicks',
    'Ad.deliveryGoal',
    'Ad.filteredClicks',
    'Ad.filteredImpressions',
    'Ad.impressions',
    'Ad.publishPreview',
    'Order.offers',
    'Order.payment',
    'Order.payments',
    'Order.creditNotes',
    'Order.receipts',
    'Person.acceptedTermsVersion',
    'Person.hasTermsToAccept',
  ],
  'They lead on to a type that is not read from orders.': [
    'Ad.allowsRemoteContent',
    'Ad.creativeRules',
    'Ad.format',
    'Ad.image',
    'Ad.itemTitle',
    'Ad.order',
    'Ad.placement',
    'Ad.space',
    'Ad.takenDownAt',
    'Ad.takenDownReason',
    'Message.order',
    'NextStep.url',
    'Order.predecessor',
    'Order.successor',
    'PriceOption.space',
    'ReadMarker.account',
  ],
};

/** The fields of entries that are read when they are asked for: files, and sealed values, which are checked each time. */
export const unplannedEntryFields: readonly string[] = entryTypes.flatMap(({ event, input }) => {
  const type = entryTypeName(event);
  const fields = Object.entries(input);
  return [
    ...fields.flatMap(([name, { kind, isSealed }]) => (kind === 'files' || isSealed ? [`${type}.${name}`] : [])),
    ...(fields.some(([, { isSealed }]) => isSealed) ? [`${type}.details`] : []),
  ];
});
