import type { Ad, Order } from '../generated/prisma/client.ts';
import { guardErrors } from '../orders/order-refusals.ts';
import { notFound, Refusal } from '../platform/errors.ts';
import { type AdCondition, type AdStatus, type AdStep, adRow, adSteps } from '../process/ad.ts';
import type { PersonRole, Role } from '../process/define.ts';
import { checkGuards, type GuardFailure } from '../process/guards.ts';

/** An ad with its order, if it has one. */
export type AdWithOrder = Ad & { readonly order: Order | null };

export const AdNotFound = notFound('Ad');

/** The current state of an ad, sent with a refusal. */
export interface AdSnapshot {
  readonly status: AdStatus;
  /** Steps that the viewer may take now. */
  readonly allowedSteps: readonly AdStep[];
}

/** The step cannot be taken: its status, the role of the viewer or a guard does not allow it. */
export class AdStepNotAllowed extends Refusal {
  static readonly description =
    'The status of the ad, the role of the viewer or a guard does not allow the step. `code` is one of `BlockedReasonCode`.';
  readonly step: AdStep;
  readonly current: AdSnapshot;
  constructor(step: AdStep, { code, reason }: GuardFailure, current: AdSnapshot) {
    super(guardErrors[code].occurWith(reason));
    this.step = step;
    this.current = current;
  }
}

const conditions: Record<AdCondition, (ad: Ad) => string | undefined> = {
  hasContent: ({ html, imageId }) => (html || imageId ? undefined : 'The ad is empty. Save a text or an image first.'),
  hasClickTarget: ({ imageId, targetUrl }) =>
    imageId && !targetUrl ? 'The image has no link. Save the address that a click leads to first.' : undefined,
  runsByDays: ({ endsAt, remainingMs }) =>
    endsAt || remainingMs !== null ? undefined : 'The ad is not bought by days, so there are none to extend.',
};

/** The reason why none of `roles` can take `step` of this ad now; undefined if one can. Pure. */
export function checkAdStep(ad: Ad, step: AdStep, roles: readonly Role[]): GuardFailure | undefined {
  const row = adRow(step);
  const role = roles.find((one) => row.by.includes(one)) ?? roles[0];
  return checkGuards<AdCondition>(row, {
    noun: 'ad',
    status: ad.status,
    role,
    unmet: (name) => conditions[name](ad),
  });
}

/** A step of an ad for some role, and whether it can be taken now. */
export interface AdAction {
  readonly step: AdStep;
  readonly title: string;
  readonly guardFailure: GuardFailure | undefined;
}

/** All steps of an ad for these roles, in the order of the table. */
export const adActionsFor = (ad: Ad, roles: readonly PersonRole[]): readonly AdAction[] =>
  adSteps
    .filter(([, row]) => row.from.length > 0 && roles.some((role) => row.by.includes(role)))
    .map(([step, row]) => ({ step, title: row.title, guardFailure: checkAdStep(ad, step, roles) }));

/** Snapshot of the ad for these roles. */
export const adSnapshotFor = (ad: Ad, roles: readonly PersonRole[]): AdSnapshot => ({
  status: ad.status,
  allowedSteps: adActionsFor(ad, roles).flatMap(({ step, guardFailure }) => (guardFailure ? [] : [step])),
});
