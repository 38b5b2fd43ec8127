import {
  type ConditionOf,
  defineProcess,
  type EffectOf,
  type MailOf,
  type OneOrMore,
  type Recipient,
  STAYS,
  type State,
  type StateOf,
  type Step,
  type StepOf,
} from './define.ts';
import { id, link, optional, text } from './fields.ts';

/** The longest text of an ad, HTML included. */
const maxContentCharacters = 20_000;

const restoredAdId = optional(id('Ad', 'The ad that came back into the placement, because this one had replaced it.'));

// biome-ignore format: a row is read from left to right: from, to, by
/**
 * What can happen to an ad. Ads of an order stand on its timeline and mail its parties; an ad without an order changes
 * silently. Neither payment nor the status of the order ever gates an ad.
 */
export const adProcess = defineProcess({
  name: 'Ad',
  initial: 'DRAFT',
  states: {
    DRAFT:     { title: 'Draft', waitingOn: 'advertiser' },
    PENDING:   { title: 'Waiting for review', waitingOn: 'seller' },
    PUBLISHED: { title: 'Published' },
    EXPIRED:   { title: 'Expired', final: true },
    WITHDRAWN: { title: 'Withdrawn', final: true },
  },
  steps: {
    createAd: {
      title: 'Create an ad',
      from: [], to: 'DRAFT', by: ['system', 'seller'],
      input: { name: text('What the ad is called.', 200) },
    },
    saveAdDraft: {
      title: 'Save the draft',
      from: ['DRAFT'], to: STAYS, by: ['advertiser', 'seller'],
      input: {
        html: optional(text('The ad as text or HTML, if it is no image. It is kept as given and never run in a page of ours.', maxContentCharacters)),
        imageId: optional(id('File', 'The ad as an image, if it is no text: a file that you have uploaded.')),
        targetUrl: optional(link('Where a click leads. An image needs it before it is submitted.')),
      },
      effects: ['saveContent'],
    },
    submitAd: {
      title: 'Submit the ad for review',
      from: ['DRAFT'], to: 'PENDING', by: ['advertiser'],
      guards: ['hasContent', 'leadsSomewhere'],
      effects: ['keepToCreativeRules'],
      mails: { seller: 'ad-pending' },
    },
    rejectAd: {
      title: 'Reject the ad',
      from: ['PENDING'], to: 'DRAFT', by: ['seller'],
      input: { note: optional(text('Why, for the advertiser to read.')) },
      mails: { advertiser: 'ad-rejected' },
    },
    publishAd: {
      title: 'Publish the ad',
      from: ['PENDING'], to: 'PUBLISHED', by: ['seller'],
      input: { placementId: optional(id('Placement', 'Where to show it: one of your placements. Left out, it is shown nowhere.')) },
      logs: { replacedAdId: optional(id('Ad', 'The ad that it replaced in the placement; who may not see that ad learns no more than its id.')) },
      effects: ['startRun', 'injectIntoPlacement'],
      mails: { advertiser: 'ad-published' },
    },
    publishAdDirectly: {
      title: 'Publish the draft as it is',
      from: ['DRAFT'], to: 'PUBLISHED', by: ['seller'],
      effects: ['startRun'],
    },
    unpublishAd: {
      title: 'Take the ad back',
      from: ['PUBLISHED'], to: 'DRAFT', by: ['seller'],
      logs: { restoredAdId },
      effects: ['endRun', 'takeOutOfPlacement'],
    },
    expireAd: {
      title: 'The ad expires',
      from: ['PUBLISHED'], to: 'EXPIRED', by: ['system'], takenBy: 'the clock, when the days, impressions or clicks that were bought are used up',
      logs: { restoredAdId },
      effects: ['endRun', 'takeOutOfPlacement'],
    },
    withdrawAd: {
      title: 'The ad is withdrawn',
      from: ['DRAFT', 'PENDING'], to: 'WITHDRAWN', by: ['system'], takenBy: 'the end of its order',
    },
  },
});

export type AdStatus = StateOf<typeof adProcess>;
export type AdStep = StepOf<typeof adProcess>;
export type AdCondition = ConditionOf<typeof adProcess>;
export type AdEffect = EffectOf<typeof adProcess>;
export type AdMail = MailOf<typeof adProcess>;

/** A row of the table, without the exact types that only the compiler needs. */
export type AdRow = Omit<Step<AdStatus>, 'mails' | 'to'> & {
  readonly to: AdStatus | typeof STAYS;
  readonly guards?: readonly AdCondition[];
  readonly effects?: readonly AdEffect[];
  readonly mails?: Readonly<Partial<Record<Recipient, OneOrMore<AdMail>>>>;
};

/** The rows with their names, in the order of the table. */
// Object.entries forgets the type of the keys.
export const adSteps = Object.entries(adProcess.steps) as [AdStep, AdRow][];
// Object.keys forgets the type of the keys.
export const adStatuses = Object.keys(adProcess.states) as AdStatus[];

/** Whether a word is a step of the table. */
export const isAdStep = (word: string): word is AdStep => Object.hasOwn(adProcess.steps, word);
/** The row of a step. */
export const adRow = (step: AdStep): AdRow => adProcess.steps[step];
/** The state of a status. */
export const adState = (status: AdStatus): State => adProcess.states[status];
/** Whether a word is a status of the table. */
export const isAdStatus = (word: string): word is AdStatus => Object.hasOwn(adProcess.states, word);
