import { useIntl } from 'react-intl';
import type { SpaceQuery } from '../generated/graphql.ts';
import { useFormats } from '../i18n/formats.ts';
import { useText } from '../i18n/use-text.ts';
import { useAdRules } from '../steps/use-ad-rules.tsx';
import { Details } from '../ui/details.tsx';

/** The details of a space and of its seller. */
export function SpaceFacts({ space }: { readonly space: NonNullable<SpaceQuery['space']> }) {
  const text = useText();
  const intl = useIntl();
  const { list } = useFormats();
  const rulesOf = useAdRules();
  const { format, creativeRules: rules, seller } = space;
  const names = (codes: readonly string[], type: 'language' | 'region') =>
    list(codes.map((code) => intl.formatDisplayName(code, { type }) ?? code));
  const { profile } = seller;
  return (
    <section className="stack" aria-labelledby="facts">
      <h2 id="facts">{text('space.details')}</h2>
      <Details
        rows={[
          [text('space.audience'), space.audience],
          [text('space.requirements'), space.requirements],
          [text('space.languages'), names(space.languages, 'language')],
          [text('space.countries'), names(space.countries, 'region')],
          ...rulesOf(format, rules),
          [text('space.leadTime'), space.leadTimeDays && text('space.days', { count: space.leadTimeDays })],
          [text('space.timeZone'), space.timeZone],
          [text('space.aboutSeller'), seller.about],
          [
            text('space.sellerRecord'),
            profile &&
              text('space.sellerRecordText', {
                orders: profile.completedOrderCount,
                ratings: profile.ratingCount,
                average: profile.ratingAverage ?? 0,
              }),
          ],
        ]}
      />
    </section>
  );
}
