import type { SpaceStatus } from '../generated/prisma/client.ts';
import { defineRefusal, notFound } from '../platform/errors.ts';

export const SpaceNotFound = notFound('Space');
export const PriceOptionNotFound = notFound('PriceOption');

/** A part of a space that it needs while it is listed: the name of its field. */
export type RequiredPart = 'options';

export const SpaceIncomplete = defineRefusal('SpaceIncomplete', {
  code: 'SPACE_INCOMPLETE',
  recovery: 'CORRECTABLE',
  message: ({ missing }: { readonly missing: readonly RequiredPart[] }) =>
    `A listed space needs \`${missing.join('` and `')}\`. Add what is missing, or leave the space unlisted.`,
  example: { missing: ['options'] as readonly RequiredPart[] },
  extensions: ({ missing }) => ({ missing }),
  description: 'The space lacks a part that a listed space needs.',
  remedy: 'Add the missing parts: a price option for `options`. To archive the last option, unlist the space first.',
});

export const SpaceStatusNotAllowed = defineRefusal('SpaceStatusNotAllowed', {
  code: 'SPACE_STATUS_NOT_ALLOWED',
  recovery: 'FINAL',
  message: ({ status, allowed }: { readonly status: SpaceStatus; readonly allowed: readonly SpaceStatus[] }) =>
    `The space is ${status}. The request needs a space that is ${allowed.join(' or ')}.`,
  example: { status: 'ARCHIVED' as SpaceStatus, allowed: ['DRAFT', 'UNLISTED'] as readonly SpaceStatus[] },
  extensions: ({ status }) => ({ status }),
  description: 'The status of the space does not allow the change.',
  remedy: 'Reload the space. An archived space never changes again; create another one.',
});
