import type { File, Space } from '../generated/prisma/client.ts';
import { limits } from '../limits.ts';
import type { InputProblem } from '../platform/errors.ts';

/** Creative rules of a space. */
export type CreativeRules = Pick<
  Space,
  | 'acceptsHtml'
  | 'acceptsImages'
  | 'imageWidth'
  | 'imageHeight'
  | 'isImageSizeExact'
  | 'maxImageBytes'
  | 'maxHtmlCharacters'
>;

/** Problems of an image with its upload: an ad is shown pixel by pixel as it was uploaded. */
export const sourceProblems = (image: File | null): InputProblem[] =>
  image && (image.isReduced || image.sizeBytes > limits.files.adImageBytes)
    ? [{ field: 'imageId', message: `must be an upload of at most ${limits.files.adImageBytes} bytes` }]
    : [];

/** Problems of a content with the creative rules; an empty ad has none. */
export function creativeProblems(
  rules: CreativeRules,
  { html, image }: { readonly html: string | null; readonly image: File | null },
): InputProblem[] {
  const messages = {
    html: html === null ? [] : htmlProblems(rules, html),
    imageId: image === null ? [] : imageProblems(rules, image),
  };
  return Object.entries(messages).flatMap(([field, its]) => its.map((message) => ({ field, message })));
}

function htmlProblems({ acceptsHtml, maxHtmlCharacters }: CreativeRules, html: string): string[] {
  if (!acceptsHtml) return ['must be left out: this space accepts images only'];
  return maxHtmlCharacters !== null && html.length > maxHtmlCharacters
    ? [`must have at most ${maxHtmlCharacters} characters in this space; it has ${html.length}`]
    : [];
}

function imageProblems(rules: CreativeRules, { width, height, sizeBytes }: File): string[] {
  if (!rules.acceptsImages) return ['must be left out: this space accepts text or HTML only'];
  const { imageWidth, imageHeight, isImageSizeExact, maxImageBytes } = rules;
  const sides = [
    ['wide', imageWidth, width ?? 0],
    ['high', imageHeight, height ?? 0],
  ] as const;
  return [
    ...sides.flatMap(([side, wanted, is]) => {
      if (wanted === null || (isImageSizeExact ? is === wanted : is <= wanted)) return [];
      return [
        `must be ${isImageSizeExact ? 'exactly' : 'at most'} ${wanted} pixels ${side} in this space; it is ${is}`,
      ];
    }),
    ...(maxImageBytes !== null && sizeBytes > maxImageBytes
      ? [`must have at most ${maxImageBytes} bytes in this space; it has ${sizeBytes}`]
      : []),
  ];
}
