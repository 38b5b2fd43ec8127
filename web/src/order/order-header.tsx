import { ProgressBar } from 'react-aria-components';
import { useFormats } from '../i18n/formats.ts';
import { useOrderStatusText } from '../i18n/use-order-status-text.ts';
import { useApiText, useText } from '../i18n/use-text.ts';
import { Badge } from '../ui/badge.tsx';
import { OfferPanel } from './offer-panel.tsx';
import type { Order } from './order-room.tsx';
import { OrderStepButton } from './order-step-button.tsx';

/** The top of an order: the roles that are awaited, for what and until when, the progress, and the recommended steps. */
export function OrderHeader({ order }: { readonly order: Order }) {
  const text = useText();
  const apiText = useApiText();
  const { percent, dateTime } = useFormats();
  const status = useOrderStatusText()(order);
  return (
    <section
      className={`card stack order-header${order.needsAttention ? ' order-header--attention' : ''}`}
      aria-labelledby="turn"
    >
      <div className="row row--spread">
        <div role="status">
          <h2 id="turn">{turnOf(order, text)}</h2>
          <p className="muted small">{text('order.since', { status, time: dateTime(order.statusSince) })}</p>
        </div>
        <Badge tone={order.needsAttention ? 'warn' : 'info'}>{status}</Badge>
      </div>
      {order.progress !== null && order.progress !== undefined && (
        <ProgressBar value={order.progress} aria-label={text('order.progress')} className="progress">
          {({ percentage = 0 }) => (
            <>
              <div className="progress__track">
                <div className="progress__bar" style={{ inlineSize: `${percentage}%` }} />
              </div>
              <span className="muted small">{percent(percentage)}</span>
            </>
          )}
        </ProgressBar>
      )}
      <AwaitedActions order={order} />
      <OfferPanel order={order} />
      {order.nextSteps.length > 0 && (
        <div className="stack stack--small">
          <h3>{text('order.nextSteps')}</h3>
          <ul className="plain-list row">
            {order.nextSteps.map(({ step, title, adStatus }) => {
              const action = order.actions.find((one) => one.step === step);
              return (
                <li key={step ?? title}>
                  {action ? (
                    <OrderStepButton order={order} action={action} variant="primary" />
                  ) : adStatus ? (
                    <a className="button button--primary" href="#ads">
                      {apiText(`advice.${title}`, title)}
                    </a>
                  ) : (
                    apiText(`advice.${title}`, title)
                  )}
                </li>
              );
            })}
          </ul>
        </div>
      )}
    </section>
  );
}

/** The work that each role is expected to do, its deadline and the consequence: the same for everyone in the order. */
function AwaitedActions({
  order: { awaitedActions, viewerRole, advertiser, seller, promisedFor },
}: {
  readonly order: Order;
}) {
  const text = useText();
  const apiText = useApiText();
  const { dateTime } = useFormats();
  const nameOf = (role: Order['awaitedActions'][number]['role']) => {
    if (role === viewerRole) return text('order.awaited.you');
    return role === 'OPERATOR' ? text('actorRole.OPERATOR') : role === 'SELLER' ? seller.name : advertiser.name;
  };
  if (awaitedActions.length === 0 && !promisedFor) return null;
  return (
    <ul className="plain-list stack stack--small">
      {awaitedActions.map(({ role, title, step, until, outcome }) => (
        <li key={`${role} ${title}`}>
          <strong>
            <bdi>{nameOf(role)}</bdi>
          </strong>
          {': '}
          {apiText(step ? `orderStep.${step}` : `awaited.${title}`, title)}
          {until && (
            <div className="muted small">
              {text('order.awaited.until', { time: dateTime(until) })}{' '}
              {outcome && apiText(`outcome.${outcome}`, outcome)}
            </div>
          )}
        </li>
      ))}
      {promisedFor && <li>{text('order.promisedFor', { time: dateTime(promisedFor) })}</li>}
    </ul>
  );
}

function turnOf({ waitingOn, needsAttention, advertiser, seller }: Order, text: ReturnType<typeof useText>): string {
  if (needsAttention) return text('order.yourTurn');
  const [role] = waitingOn;
  if (role === undefined) return text('order.nobodysTurn');
  if (role === 'OPERATOR') return text('order.operatorsTurn');
  return text('order.othersTurn', { name: role === 'SELLER' ? seller.name : advertiser.name });
}
