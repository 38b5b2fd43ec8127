import { useApiQuery } from '../api/use-api.ts';
import { NotFoundPage } from '../app/error-pages.tsx';
import { OrderAgainDocument } from '../generated/graphql.ts';
import { useText } from '../i18n/use-text.ts';
import { Notice } from '../ui/notice.tsx';
import { Page } from '../ui/page.tsx';
import { QueryView } from '../ui/query-view.tsx';
import { OrderForm } from './order-form.tsx';

/** Placing an order again: the form begins with the items that are still offered, at the prices of today and without days. */
export function OrderAgain({ number }: { readonly number: number }) {
  const text = useText();
  const query = useApiQuery(OrderAgainDocument, { number });
  return (
    <QueryView query={query}>
      {({ order, paymentMethods }) => {
        if (!order) return <NotFoundPage />;
        const offered = order.items.flatMap(({ priceOption: { space, ...option } }) =>
          space.options.some(({ id }) => id === option.id) ? [{ space, option }] : [],
        );
        const [first] = offered;
        return (
          <Page title={text('placeOrder.title')} isNarrow>
            {offered.length < order.items.length && <Notice tone="warn">{text('orderAgain.notOffered')}</Notice>}
            {first && (
              <>
                <p dir="auto">{text('placeOrder.seller', { seller: first.space.seller.name })}</p>
                <OrderForm
                  {...first}
                  more={offered.slice(1)}
                  brief={order.brief}
                  paymentMethods={paymentMethods.toSorted(
                    (one, other) => Number(other === order.paymentMethod) - Number(one === order.paymentMethod),
                  )}
                />
              </>
            )}
          </Page>
        );
      }}
    </QueryView>
  );
}
