import { useSearch } from '@tanstack/react-router';
import { useApiQuery } from '../api/use-api.ts';
import { NotFoundPage } from '../app/error-pages.tsx';
import { paths } from '../app/paths.ts';
import { SpaceToOrderDocument } from '../generated/graphql.ts';
import { useFormats } from '../i18n/formats.ts';
import { useText } from '../i18n/use-text.ts';
import { Page } from '../ui/page.tsx';
import { QueryView } from '../ui/query-view.tsx';
import { OrderForm } from './order-form.tsx';

/** Placing an order for a price option of a space. */
export function PlaceOrderPage() {
  const text = useText();
  const { money } = useFormats();
  const { space: spaceId, option: optionId } = useSearch({ from: paths.newOrder });
  const query = useApiQuery(SpaceToOrderDocument, { id: spaceId });
  return (
    <QueryView query={query}>
      {({ space, paymentMethods }) => {
        const option = space?.options.find(({ id }) => id === optionId);
        if (!space || !option) return <NotFoundPage />;
        return (
          <Page title={text('placeOrder.title')} isNarrow>
            <div className="card stack stack--small">
              <h2 dir="auto">{space.title}</h2>
              <p dir="auto">
                {space.seller.name} · {option.title}
              </p>
              <p>
                <strong>{money(option.price)}</strong>
              </p>
              {space.requirements && (
                <p className="preserve muted" dir="auto">
                  {space.requirements}
                </p>
              )}
            </div>
            <OrderForm space={space} option={option} paymentMethods={paymentMethods} />
          </Page>
        );
      }}
    </QueryView>
  );
}
