import type { AdStatus as AdStatusEnum, AuditAction } from '../generated/prisma/enums.ts';
import { entriesOf, keysOf } from '../platform/objects.ts';
import {
  type ConditionOf,
  defineProcess,
  type EffectOf,
  type EmailRule,
  type MailOf,
  type OneOrMore,
  type Recipient,
  type RecipientCondition,
  STAYS,
  type State,
  type StateOf,
  type Step,
  type StepOf,
} from './define.ts';
import { choice, date, id, link, number, optional, text } from './fields.ts';

/** Maximum length of the text of an ad, HTML included. */
const maxContentCharacters = 20_000;

/** Maximum number of days by which one step extends an ad, and all of them together. */
const maxExtensionDays = 90;
export const maxExtendedDays = 365;

const replacedAdId = optional(
  id('Ad', 'The ad that was replaced in the placement; viewers who may not see that ad get only its id.'),
);
const restoredAdId = optional(id('Ad', 'The ad that returned to the placement, because this ad had replaced it.'));

// biome-ignore format: a row is read from left to right: from, to, by
/**
 * The process of an ad. Steps of an order's ads are on its timeline and e-mail its parties, except silent steps; an ad without an
 * order changes silently. Neither the payment nor the status of the order restricts an ad.
 */
export const adProcess = defineProcess({
  name: 'Ad',
  initial: 'DRAFT',
  states: {
    DRAFT:     { title: 'Draft', waitingOn: 'advertiser', task: 'Set up the ads' },
    PENDING:   { title: 'Waiting for review', waitingOn: 'seller', task: 'Review the ads' },
    PUBLISHED: { title: 'Published' },
    EXPIRED:   { title: 'Expired', final: true },
    WITHDRAWN: { title: 'Withdrawn', final: true },
  } satisfies Record<AdStatusEnum, State>,
  steps: {
    createAd: {
      title: 'Create an ad', event: 'adCreated',
      from: [], to: 'DRAFT', by: ['system', 'seller'],
      input: { name: text('The name of the new ad.', 200) },
    },
    saveAdDraft: {
      title: 'Save the draft', event: 'adDraftSaved',
      from: ['DRAFT'], to: STAYS, by: ['advertiser', 'seller'],
      input: {
        html: optional(text('The ad as text or HTML, if it is not an image. It is stored unchanged and never runs in one of our pages.', maxContentCharacters)),
        imageId: optional(id('File', 'The ad as an image, if it is not text: a file that you have uploaded.')),
        targetUrl: optional(link('Target of a click. An image needs one before it is submitted.')),
        altText: optional(text('A text that says what the ad shows, for people who do not see it.', 300)),
      },
      effects: ['saveContent'],
    },
    submitAd: {
      title: 'Submit the ad for review', event: 'adSubmitted',
      from: ['DRAFT'], to: 'PENDING', by: ['advertiser'],
      guards: ['hasContent', 'hasClickTarget'],
      effects: ['keepToCreativeRules'],
      mails: { seller: 'ad-pending' },
    },
    rejectAd: {
      title: 'Reject the ad', event: 'adRejected',
      from: ['PENDING'], to: 'DRAFT', by: ['seller'], task: 'Change the rejected ads',
      input: { note: optional(text('The reason for the rejection, visible to the advertiser.')) },
      mails: { advertiser: { mail: 'ad-rejected', when: 'sellerSendsSetupEmails' } },
    },
    recallAd: {
      title: 'Recall the ad from the review', event: 'adRecalled',
      from: ['PENDING'], to: 'DRAFT', by: ['advertiser'],
    },
    publishAd: {
      title: 'Publish the ad', event: 'adPublished',
      from: ['PENDING'], to: 'PUBLISHED', by: ['seller'],
      input: { placementId: optional(id('Placement', 'The placement of the seller that serves the ad; the default placement of the space if omitted. With neither, the ad is not served.')) },
      logs: {
        defaultPlacementId: optional(id('Placement', 'The default placement of the space, which served the ad because the step named none.')),
        replacedAdId,
      },
      effects: ['startRun', 'injectIntoPlacement'],
      mails: { advertiser: { mail: 'ad-published', when: 'sellerSendsSetupEmails' } },
    },
    publishAdDirectly: {
      title: 'Publish the draft directly', event: 'adPublishedDirectly',
      from: ['DRAFT'], to: 'PUBLISHED', by: ['seller'],
      effects: ['startRun'],
      silentAs: 'AD_PUBLISHED_DIRECTLY',
    },
    placeAd: {
      title: 'Show the ad in a placement', event: 'adPlaced',
      from: ['PUBLISHED'], to: STAYS, by: ['seller'],
      input: { placementId: optional(id('Placement', 'The placement of the seller that serves the ad from now on; the default placement of the space if omitted. Its days and counts continue.')) },
      logs: {
        previousPlacementId: optional(id('Placement', 'The placement that served the ad before.')),
        replacedAdId,
        restoredAdId,
      },
      effects: ['moveToPlacement'],
    },
    extendAd: {
      title: 'Extend the ad', event: 'adExtended',
      from: ['PUBLISHED'], to: STAYS, by: ['seller'],
      guards: ['runsByDays'],
      input: {
        days: number('The number of days that the ad runs longer.', { min: 1, max: maxExtensionDays }),
        reason: text('The reason for the extension, visible to the advertiser.'),
      },
      logs: { endsAt: optional(date('The new end of the ad; null while its days do not run.')) },
      effects: ['extendRun'],
      mails: { advertiser: 'ad-extended' },
    },
    displaceAd: {
      title: 'Replace the ad', event: 'adDisplaced',
      from: ['PUBLISHED'], to: STAYS, by: ['system'], takenBy: 'another ad that is shown in its placement',
      logs: {
        placementId: optional(id('Placement', 'The placement in which another ad is shown.')),
        displacedDays: choice('DisplacedDays', 'The days of an ad while another ad is shown in its place.', {
          STOP: 'The days do not run. They continue when the ad is shown again.',
          CONTINUE: 'The days run on, as the seller has decided for the placement, or none were bought.',
        }),
      },
      effects: ['pauseRun'],
      mails: { advertiser: 'ad-displaced' },
    },
    showAdAgain: {
      title: 'Show the ad again', event: 'adShownAgain',
      from: ['PUBLISHED'], to: STAYS, by: ['system'], takenBy: 'the end of the ad that is shown in its placement',
      logs: {
        placementId: optional(id('Placement', 'The placement in which the ad is shown.')),
        endsAt: optional(date('The end of the ad; null if no days were bought.')),
      },
      effects: ['continueRun'],
      mails: { advertiser: 'ad-shown-again' },
    },
    unpublishAd: {
      title: 'Unpublish the ad', event: 'adUnpublished',
      from: ['PUBLISHED'], to: 'DRAFT', by: ['seller'],
      logs: { restoredAdId },
      effects: ['endRun', 'takeOutOfPlacement'],
    },
    expireAd: {
      title: 'Let the ad expire', event: 'adExpired',
      from: ['PUBLISHED'], to: 'EXPIRED', by: ['system'], takenBy: 'the expiry task, when the purchased days, impressions or clicks are used up',
      logs: { restoredAdId },
      effects: ['endRun', 'takeOutOfPlacement'],
    },
    withdrawAd: {
      title: 'Withdraw the ad', event: 'adWithdrawn',
      from: ['DRAFT', 'PENDING'], to: 'WITHDRAWN', by: ['system'], takenBy: 'the end of its order',
    },
  },
});

export type AdStatus = StateOf<typeof adProcess>;
export type AdStep = StepOf<typeof adProcess>;
export type AdCondition = Exclude<ConditionOf<typeof adProcess>, RecipientCondition>;
export type AdEffect = EffectOf<typeof adProcess>;
export type AdMail = MailOf<typeof adProcess>;

/** A row of the table without the exact types of the literal. */
export type AdRow = Omit<Step<AdStatus>, 'mails' | 'to' | 'silentAs'> & {
  readonly to: AdStatus | typeof STAYS;
  readonly guards?: readonly AdCondition[];
  readonly effects?: readonly AdEffect[];
  readonly mails?: Readonly<Partial<Record<Recipient, OneOrMore<EmailRule<AdMail, RecipientCondition>>>>>;
  readonly silentAs?: AuditAction;
};

/** The rows by name, in the order of the table. */
export const adSteps: readonly [AdStep, AdRow][] = entriesOf(adProcess.steps);
export const adStatuses = keysOf(adProcess.states);

/** True if a text is a step of the table. */
export const isAdStep = (word: string): word is AdStep => Object.hasOwn(adProcess.steps, word);
/** The row of a step. */
export const adRow = (step: AdStep): AdRow => adProcess.steps[step];
/** The state of a status. */
export const adState = (status: AdStatus): State => adProcess.states[status];
/** The statuses in which an ad waits for a role. */
export const waitingAdStatuses = adStatuses.filter((status) => adState(status).waitingOn);

/** Ads of an order that wait for the same work: their status, the step that led to it, and the time since which one waits. */
export interface WaitingAds {
  readonly status: AdStatus;
  readonly step: AdStep | null;
  readonly count: number;
  /** ISO 8601. */
  readonly since: string;
}

/** The work that waiting ads need, as an instruction. */
export const taskOfAds = ({ status, step }: Pick<WaitingAds, 'status' | 'step'>): string =>
  (step && adRow(step).task) ?? adState(status).task ?? adState(status).title;
