import type { ActionViewFragment } from '../generated/graphql.ts';
import { useApiText } from '../i18n/use-text.ts';
import { orderStepDocument } from '../steps/document-of-step.ts';
import { StepButton } from '../steps/step-button.tsx';
import type { ButtonProps } from '../ui/button.tsx';
import type { Order } from './order-room.tsx';

interface OrderStepButtonProps extends Pick<ButtonProps, 'variant'> {
  readonly order: Order;
  readonly action: ActionViewFragment;
}

/** A button that opens the form of a step of the order. */
export function OrderStepButton({ order, action, variant }: OrderStepButtonProps) {
  const apiText = useApiText();
  return (
    <StepButton
      action={action}
      title={apiText(`orderStep.${action.step}`, action.title)}
      document={orderStepDocument(action.step)}
      target={{ orderId: order.id }}
      money={order.total}
      variant={variant ?? 'secondary'}
    />
  );
}
