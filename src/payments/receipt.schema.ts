/** Receipts and credit notes of orders. */
import DataLoader from 'dataloader';
import { visibleOrders } from '../access/access.ts';
import { builder } from '../graphql/builder.ts';
import { contextLoader } from '../graphql/context.ts';
import { MoneyType } from '../graphql/money.schema.ts';
import { limits } from '../limits.ts';
import { readPart } from '../orders/timeline/order-parts.schema.ts';
import { creditNoteNumber, creditNoteUrl } from './credit-notes.ts';
import {
  type IssuedCreditNote,
  type IssuedReceipt,
  readCreditNotes,
  readReceipts,
  shownAmounts,
} from './read-receipts.ts';
import {
  type ItemOnReceipt,
  orderOnReceipt,
  type PartyOnReceipt,
  partiesOf,
  receiptNumber,
  receiptUrl,
  serviceDays,
} from './receipts.ts';

const PartyType = builder.objectRef<PartyOnReceipt>('ReceiptParty').implement({
  description: 'A party of a receipt, with its details at the time of issue.',
  fields: (t) => ({
    name: t.exposeString('name', { description: 'Name that other parties see.' }),
    legalName: t.exposeString('legalName', {
      nullable: true,
      description: 'Name of the company or the person; null if the account had none.',
    }),
    address: t.exposeString('address', {
      nullable: true,
      description: 'Postal address in lines; null if the account had none.',
    }),
    taxId: t.exposeString('taxId', { nullable: true, description: 'Tax id; null if the account had none.' }),
  }),
});

type ShownItem = ItemOnReceipt & { readonly currency: string };

const ItemType = builder.objectRef<ShownItem>('ReceiptItem').implement({
  description: 'An item of the order that a receipt is for, as it was at the time of issue.',
  fields: (t) => ({
    title: t.exposeString('title', { description: 'Names of the space and the price option.' }),
    price: t.field({
      type: MoneyType,
      description: 'Price of the item in the order.',
      resolve: ({ priceMinorUnits: minorUnits, currency }) => ({ minorUnits, currency }),
    }),
    startsOn: t.expose('startsOn', {
      type: 'Date',
      nullable: true,
      description: 'First day of service; null if the item names no days.',
    }),
    endsOn: t.expose('endsOn', {
      type: 'Date',
      nullable: true,
      description: 'Last day of service; null if the item names no days.',
    }),
  }),
});

const CreditNoteType = builder.objectRef<IssuedCreditNote>('CreditNote').implement({
  description:
    'The document of a completed refund, in whole or in part. Credit notes are numbered without gaps for each seller and year.',
  fields: (t) => ({
    number: t.string({
      description: 'Number of the credit note, such as CN-2026-0042.',
      resolve: (note) => creditNoteNumber(note),
    }),
    receiptNumber: t.string({
      description: 'Number of the receipt that it corrects.',
      resolve: ({ receipt }) => receiptNumber(receipt),
    }),
    issuedAt: t.expose('issuedAt', { type: 'DateTime', description: 'Time at which the refund was completed.' }),
    voidedAt: t.expose('voidedAt', {
      type: 'DateTime',
      nullable: true,
      description:
        'Time at which the refund failed at its provider after all; null for a valid credit note. A void one keeps its number.',
    }),
    amount: t.field({
      type: MoneyType,
      description: 'Amount that was refunded, tax included.',
      resolve: ({ movement }) => shownAmounts(movement).amount,
    }),
    tax: t.field({
      type: MoneyType,
      description: 'Tax that is part of the amount.',
      resolve: ({ movement }) => shownAmounts(movement).tax,
    }),
    net: t.field({
      type: MoneyType,
      description: 'Amount without the tax in it.',
      resolve: ({ movement }) => shownAmounts(movement).net,
    }),
    taxBasisPoints: t.int({
      description: 'Rate of the tax in basis points: 1900 is 19 %.',
      resolve: ({ receipt }) => receipt.taxBasisPoints,
    }),
    reference: t.string({
      nullable: true,
      description: 'Reference of the refund at the provider; null for a refund that is made outside.',
      resolve: ({ movement }) => movement.reference,
    }),
    url: t.string({
      description: 'URL of the credit note as a printable page. Anyone with the URL can read it.',
      resolve: (note, _args, { app }) => creditNoteUrl(app.config, note),
    }),
  }),
});

export const ReceiptType = builder.objectRef<IssuedReceipt>('Receipt').implement({
  description:
    'A receipt for money that was received. Receipts are numbered without gaps for each seller and year. They keep the details of the parties and the order at the time of issue.',
  fields: (t) => ({
    number: t.string({
      description: 'The receipt number, such as 2026-0042.',
      resolve: ({ receipt }) => receiptNumber(receipt),
    }),
    issuedAt: t.field({
      type: 'DateTime',
      description: 'The date on the receipt.',
      resolve: ({ receipt }) => receipt.issuedAt,
    }),
    sellerName: t.string({
      description: 'Name of the seller at that time.',
      resolve: ({ receipt }) => receipt.sellerName,
    }),
    advertiserName: t.string({
      description: 'Name of the advertiser at that time.',
      resolve: ({ receipt }) => receipt.advertiserName,
    }),
    seller: t.field({
      type: PartyType,
      description: 'The seller, who received the money.',
      resolve: ({ receipt }) => partiesOf(receipt).seller,
    }),
    advertiser: t.field({
      type: PartyType,
      description: 'The advertiser, who has paid the money.',
      resolve: ({ receipt }) => partiesOf(receipt).advertiser,
    }),
    amount: t.field({
      type: MoneyType,
      description: 'The amount that was received, tax included.',
      resolve: (payment) => shownAmounts(payment).amount,
    }),
    tax: t.field({
      type: MoneyType,
      description:
        'Share of the amount in the tax of the order. The shares of all payments of the total are together the tax of the order.',
      resolve: (payment) => shownAmounts(payment).tax,
    }),
    net: t.field({
      type: MoneyType,
      description: 'Amount without the tax in it.',
      resolve: (payment) => shownAmounts(payment).net,
    }),
    taxBasisPoints: t.int({
      description: 'Rate of the tax in basis points: 1900 is 19 %.',
      resolve: ({ receipt }) => receipt.taxBasisPoints,
    }),
    items: t.field({
      type: [ItemType],
      description: `Items of the order at that time; at most ${limits.itemsPerOrder}.`,
      resolve: (payment) =>
        (orderOnReceipt(payment.receipt, payment.order)?.items ?? []).map((item) => ({
          ...item,
          currency: payment.currency,
        })),
    }),
    serviceFrom: t.field({
      type: 'Date',
      nullable: true,
      description: 'First day of service of all items; null if none of them names days.',
      resolve: ({ receipt, order }) => serviceDays(orderOnReceipt(receipt, order)?.items ?? [])?.from ?? null,
    }),
    serviceTo: t.field({
      type: 'Date',
      nullable: true,
      description: 'Last day of service of all items; null if none of them names days.',
      resolve: ({ receipt, order }) => serviceDays(orderOnReceipt(receipt, order)?.items ?? [])?.to ?? null,
    }),
    reference: t.exposeString('reference', {
      nullable: true,
      description: 'Reference of the money at the provider or on the bank statement.',
    }),
    url: t.string({
      description: 'URL of the receipt as a printable page. Anyone with the URL can read it.',
      resolve: ({ receipt }, _args, { app }) => receiptUrl(app.config, receipt),
    }),
  }),
});

const receiptLoader = contextLoader(
  ({ app, viewer }) =>
    new DataLoader<string, readonly IssuedReceipt[]>((ids) => readReceipts(app.db, ids, visibleOrders(viewer))),
);

const creditNoteLoader = contextLoader(
  ({ app, viewer }) =>
    new DataLoader<string, readonly IssuedCreditNote[]>((ids) => readCreditNotes(app.db, ids, visibleOrders(viewer))),
);

builder.prismaObjectFields('Order', (t) => ({
  receipts: t.field({
    type: [ReceiptType],
    description: `Receipts of the order: the newest ${limits.paymentsPerOrder}, newest first.`,
    complexity: { field: 1, multiplier: limits.paymentsPerOrder },
    resolve: async ({ id }, _args, context) => [...(await readPart(context, receiptLoader(context).load(id)))],
  }),
  creditNotes: t.field({
    type: [CreditNoteType],
    description: `Credit notes of the order: the newest ${limits.refundsPerOrder}, newest first.`,
    complexity: { field: 1, multiplier: limits.refundsPerOrder },
    resolve: async ({ id }, _args, context) => [...(await readPart(context, creditNoteLoader(context).load(id)))],
  }),
}));
