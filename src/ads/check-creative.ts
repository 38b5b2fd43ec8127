import type { File, Space } from '../generated/prisma/client.ts';
import type { InputProblem } from '../platform/errors.ts';

/** What a space takes as an ad. */
export type CreativeRules = Pick<
  Space,
  'takesHtml' | 'takesImages' | 'imageWidth' | 'imageHeight' | 'isImageSizeExact' | 'imageBytes' | 'htmlCharacters'
>;

/** What a space does not take of a content, and what it takes; an ad that is still empty breaks no rule. */
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

function htmlProblems({ takesHtml, htmlCharacters }: CreativeRules, html: string): string[] {
  if (!takesHtml) return ['is not what this space takes: it takes an image'];
  return htmlCharacters !== null && html.length > htmlCharacters
    ? [`must have at most ${htmlCharacters} characters in this space; it has ${html.length}`]
    : [];
}

function imageProblems(rules: CreativeRules, { width, height, sizeBytes }: File): string[] {
  if (!rules.takesImages) return ['is not what this space takes: it takes text or HTML'];
  const { imageWidth, imageHeight, isImageSizeExact, imageBytes } = rules;
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
    ...(imageBytes !== null && sizeBytes > imageBytes
      ? [`must have at most ${imageBytes} bytes in this space; it has ${sizeBytes}`]
      : []),
  ];
}
