import { type ReactNode, useState } from 'react';
import type { Money } from '../i18n/amounts.ts';
import { useText } from '../i18n/use-text.ts';
import { toast } from '../ui/announcer.tsx';
import { Button, type ButtonProps } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { useFocusAfterChange } from '../ui/use-focus-after-change.ts';
import { type StepAction, type StepDocument, StepForm } from './step-form.tsx';
import type { StepValues } from './step-values.ts';

interface StepButtonProps extends Pick<ButtonProps, 'variant'> {
  readonly action: StepAction;
  /** The title of the step in the language of the page. */
  readonly title: string;
  /** The name of what the step changes, where a page has several of them. */
  readonly subject?: string;
  /** Undefined for a step that is newer than this page: it has no button. */
  readonly document: StepDocument | undefined;
  /** The input that names the object: `{ orderId }` or `{ adId }`. */
  readonly target: Readonly<Record<string, unknown>>;
  /** The values to begin with. */
  readonly values?: StepValues;
  /** An amount in the currency of the order. */
  readonly money: Money;
  /** Draws what the step would do with these values. */
  readonly effect?: ((values: StepValues) => ReactNode) | undefined;
}

/** A button that opens the form of a step. */
export function StepButton({
  action,
  title,
  subject,
  document,
  target,
  values,
  money,
  effect,
  variant = 'secondary',
}: StepButtonProps) {
  const text = useText();
  const [isOpen, setIsOpen] = useState(false);
  const keepFocus = useFocusAfterChange();
  const open = () => {
    keepFocus();
    setIsOpen(true);
  };
  const close = () => setIsOpen(false);
  if (!document) return null;
  const name = subject ? text('step.ofSubject', { step: title, subject }) : title;
  return (
    <>
      <Button variant={variant} onPress={open} aria-label={name}>
        {title}
      </Button>
      <Dialog title={name} isOpen={isOpen} onClose={close}>
        <StepForm
          {...{ action, document, target, money, effect }}
          values={values ?? {}}
          submitLabel={title}
          onCancel={close}
          onTaken={() => {
            close();
            toast(text('step.taken', { step: name }));
          }}
        />
      </Dialog>
    </>
  );
}
