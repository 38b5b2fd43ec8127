/** Refusals of the setup page in the words of a buyer. */
import { limits } from '../../limits.ts';
import type { PageText } from '../../pages/catalogues.ts';
import { InputInvalid, RateLimited, type Refusal } from '../../platform/errors.ts';

/** The values of a form, shown again after a refusal. */
export interface FormContent {
  readonly html: string | undefined;
  readonly targetUrl: string | undefined;
  readonly altText: string | undefined;
  /** The image that was uploaded with an earlier form that was refused. */
  readonly uploaded?: { readonly id: string; readonly name: string } | undefined;
  /** True if the image is to be removed. */
  readonly isWithoutImage?: boolean;
}

type MessageKey = Parameters<PageText<'setup'>['say']>[0];

/** A form that was refused: the reason and the field that it is about. */
export interface Problem {
  readonly message: MessageKey;
  readonly field: 'html' | 'image' | 'targetUrl' | 'altText' | undefined;
  readonly values?: Readonly<Record<string, string | number>>;
}

const fileTooLarge = { message: 'problemSize', field: 'image' } as const satisfies Problem;

/** Problems by the code of a refusal. */
const byCode: Readonly<Record<string, Problem>> = {
  AD_NOT_FOUND: { message: 'problemUnknown', field: undefined },
  WRONG_STATUS: { message: 'problemStatus', field: undefined },
  MEDIA_TYPE_UNKNOWN: { message: 'problemType', field: 'image' },
  IMAGE_MALFORMED: { message: 'problemMalformed', field: 'image' },
  IMAGE_TOO_LARGE: { message: 'problemPixels', field: 'image' },
  TOO_MANY_UPLOADS: { message: 'problemUploads', field: 'image' },
  BODY_TOO_LARGE: fileTooLarge,
};

/** Problems by the field of an input that is not valid. */
const byField: Readonly<Record<string, Problem>> = {
  targetUrl: { message: 'problemTarget', field: 'targetUrl' },
  altText: { message: 'problemAltText', field: 'altText' },
  html: { message: 'problemText', field: 'html' },
  imageId: { message: 'problemImage', field: 'image' },
  sizeBytes: fileTooLarge,
  fileName: { message: 'problemName', field: 'image' },
};

const otherProblem: Problem = { message: 'problemOther', field: undefined };

/** The problem that a refusal is about; `content` is what would have been saved. */
export function problemOf(
  error: Refusal,
  { html, hasImage, targetUrl }: { html: string | undefined; hasImage: boolean; targetUrl: string | undefined },
): Problem {
  if (error instanceof RateLimited)
    return { message: 'problemLater', field: undefined, values: { seconds: error.retryAfterSeconds } };
  if (error instanceof InputInvalid) {
    const field = error.problems[0]?.field ?? '';
    if (field === 'imageId' && html && hasImage) return { message: 'problemEither', field: 'image' };
    return byField[field] ?? otherProblem;
  }
  const { code } = error.definition;
  if (code !== 'CONDITION_NOT_MET') return byCode[code] ?? otherProblem;
  if (!html && !hasImage) return { message: 'problemEmpty', field: 'html' };
  if (hasImage && !targetUrl) return { message: 'problemNoTarget', field: 'targetUrl' };
  return { message: 'problemRules', field: undefined };
}

/** The reason as a sentence. */
export const reasonOf = ({ message, values }: Problem, { say }: PageText<'setup'>, language: string): string =>
  say(message, { size: sizeOf(limits.files.adImageBytes, language), ...values });

/** A number of bytes, such as "1 MB", in a language by its tag. */
export function sizeOf(bytes: number, tag: string): string {
  const [value, unit] = bytes < 1_000_000 ? [bytes / 1_000, 'kilobyte'] : [bytes / 1_000_000, 'megabyte'];
  return new Intl.NumberFormat(tag, { style: 'unit', unit, maximumFractionDigits: 1 }).format(value);
}
