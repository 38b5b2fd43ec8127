import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { paths } from '../app/paths.ts';
import type { AdItemViewFragment, CreativeRulesViewFragment, SpaceFormatViewFragment } from '../generated/graphql.ts';
import { useFormats } from '../i18n/formats.ts';
import { useText } from '../i18n/use-text.ts';

/** Rows of `Details`. */
type Rows = readonly (readonly [name: string, value: ReactNode])[];

/** Returns the function that lists the size and the creative rules of a space as rows of `Details`. */
export function useAdRules(): (format: SpaceFormatViewFragment, rules: CreativeRulesViewFragment) => Rows {
  const text = useText();
  const { number, list, fileSize } = useFormats();
  const imageRules = ({ imageWidth, imageHeight, isImageSizeExact, maxImageBytes }: CreativeRulesViewFragment) => {
    const sides = imageWidth ? (imageHeight ? 'BOTH' : 'WIDTH') : 'HEIGHT';
    const size = { width: number(imageWidth ?? 0), height: number(imageHeight ?? 0) };
    return [
      ...(imageWidth || imageHeight
        ? [text('space.imageSize', { ...size, sides, bound: isImageSizeExact ? 'EXACT' : 'MAX' })]
        : []),
      ...(maxImageBytes ? [text('space.imageBytes', { size: fileSize(maxImageBytes) })] : []),
    ];
  };
  return ({ width, height, words, seconds }, rules) => {
    const [html, image] = [rules.kinds.includes('HTML'), rules.kinds.includes('IMAGE')];
    return [
      [text('space.size'), width && height && `${number(width)} × ${number(height)}`],
      [text('space.words'), words && number(words)],
      [text('space.seconds'), seconds && number(seconds)],
      [text('space.adKinds'), list(rules.kinds.map((kind) => text(`creativeKind.${kind}`)))],
      [text('space.images'), image && list(imageRules(rules))],
      [text('editor.rule.maxHtmlCharacters'), html && rules.maxHtmlCharacters && number(rules.maxHtmlCharacters)],
      [
        text('space.remoteContent'),
        html && text(rules.allowsRemoteContent ? 'space.remoteContentAllowed' : 'space.remoteContentBlocked'),
      ],
    ];
  };
}

/** Returns the function that lists what an ad was bought for, with the size and the rules of its space, as rows of `Details`. */
export function useAdItem(): (ad: AdItemViewFragment) => Rows {
  const text = useText();
  const rulesOf = useAdRules();
  return ({ itemTitle, space, format, creativeRules }) => [
    [
      text('ads.item'),
      itemTitle && space ? (
        <Link key="space" to={paths.space} params={{ spaceId: space.id }}>
          {itemTitle}
        </Link>
      ) : (
        itemTitle
      ),
    ],
    ...(format && creativeRules ? rulesOf(format, creativeRules) : []),
  ];
}
