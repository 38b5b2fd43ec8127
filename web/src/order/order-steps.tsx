import { Link } from '@tanstack/react-router';
import { paths } from '../app/paths.ts';
import { useApiText, useText } from '../i18n/use-text.ts';
import type { Order } from './order-room.tsx';
import { OrderStepButton } from './order-step-button.tsx';

/** All steps that the viewer may take at some time: those of now as buttons, the others with the reason why not now. */
export function OrderSteps({ order }: { readonly order: Order }) {
  const text = useText();
  const apiText = useApiText();
  const recommended = new Set(order.nextSteps.map(({ step }) => step));
  const allowed = order.actions.filter(({ step, isAllowed }) => isAllowed && !recommended.has(step));
  const blocked = order.actions.filter(({ isAllowed }) => !isAllowed);
  return (
    <section className="card stack" aria-labelledby="steps">
      <h2 id="steps">{text('order.steps')}</h2>
      {allowed.length === 0 && <p className="muted">{text('order.noSteps')}</p>}
      <ul className="plain-list stack stack--small">
        {allowed.map((action) => (
          <li key={action.step}>
            <OrderStepButton order={order} action={action} />
          </li>
        ))}
      </ul>
      {blocked.length > 0 && (
        <details>
          <summary>{text('order.blockedSteps')}</summary>
          <ul className="stack stack--small">
            {blocked.map(({ step, title, blockedReason, blockedReasonCode }) => (
              <li key={step}>
                {apiText(`orderStep.${step}`, title)}
                <div className="muted small">{apiText(`blocked.${blockedReasonCode}`, blockedReason ?? '')}</div>
              </li>
            ))}
          </ul>
        </details>
      )}
      <Link to={paths.process}>{text('process.link')}</Link>
    </section>
  );
}
