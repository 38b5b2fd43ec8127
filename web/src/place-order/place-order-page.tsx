import { useSearch } from '@tanstack/react-router';
import { useApiQuery } from '../api/use-api.ts';
import { NotFoundPage } from '../app/error-pages.tsx';
import { paths } from '../app/paths.ts';
import { SpaceToOrderDocument, type SpaceToOrderQuery } from '../generated/graphql.ts';
import { useText } from '../i18n/use-text.ts';
import { Page } from '../ui/page.tsx';
import { QueryView } from '../ui/query-view.tsx';
import { OrderAgain } from './order-again.tsx';
import { OrderForm } from './order-form.tsx';

/** A space with its seller. */
export type SpaceToOrder = NonNullable<SpaceToOrderQuery['space']>;

/** Placing an order: a new one, or an earlier one again. */
export function PlaceOrderPage() {
  const { space, option, again } = useSearch({ from: paths.newOrder });
  return again === undefined ? <NewOrder spaceId={space} optionId={option} /> : <OrderAgain number={again} />;
}

/** Placing an order that begins with a price option of a space. */
function NewOrder({ spaceId, optionId }: { readonly spaceId: string; readonly optionId: string }) {
  const text = useText();
  const query = useApiQuery(SpaceToOrderDocument, { id: spaceId });
  return (
    <QueryView query={query}>
      {({ space, paymentMethods }) => {
        const option = space?.options.find(({ id }) => id === optionId);
        if (!space || !option) return <NotFoundPage />;
        return (
          <Page title={text('placeOrder.title')} isNarrow>
            <p dir="auto">{text('placeOrder.seller', { seller: space.seller.name })}</p>
            <OrderForm space={space} option={option} paymentMethods={paymentMethods} />
          </Page>
        );
      }}
    </QueryView>
  );
}
