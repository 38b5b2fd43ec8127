import { useApiQuery } from '../api/use-api.ts';
import { AmountsToOrderDocument } from '../generated/graphql.ts';
import { useFormats } from '../i18n/formats.ts';
import { useText } from '../i18n/use-text.ts';
import { Details } from '../ui/details.tsx';
import type { DraftItem } from './order-items.ts';

/** The amounts that the advertiser will pay: net, tax and total of the items, as the server computes them. */
export function OrderTotal({ items }: { readonly items: readonly DraftItem[] }) {
  const text = useText();
  const { money, percent } = useFormats();
  const priceOptionIds = items.map(({ offer }) => offer.option.id);
  const { data, isFetching } = useApiQuery(AmountsToOrderDocument, { priceOptionIds });
  const amounts = isFetching ? undefined : data?.orderAmounts;
  const hasTax = amounts !== undefined && amounts.taxBasisPoints > 0;
  return (
    <div aria-live="polite" aria-busy={isFetching}>
      {amounts && (
        <Details
          rows={[
            [text('order.net'), hasTax && money(amounts.net)],
            [text('order.tax', { rate: percent(amounts.taxBasisPoints / 100) }), hasTax && money(amounts.tax)],
            [text('placeOrder.total'), <strong key="total">{money(amounts.total)}</strong>],
          ]}
        />
      )}
    </div>
  );
}
