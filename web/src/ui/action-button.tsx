/** A button that opens a dialog with the form of a change. */
import { type ReactNode, useCallback, useState } from 'react';
import type { Outcome } from '../api/use-api.ts';
import { useText } from '../i18n/use-text.ts';
import { Button, type ButtonProps } from './button.tsx';
import { Dialog } from './dialog.tsx';
import { Form, useSubmission } from './form.tsx';
import { useFocusAfterChange } from './use-focus-after-change.ts';
import { useIdempotencyKey } from './use-idempotency-key.ts';

interface ActionButtonProps<Result> extends Pick<ButtonProps, 'variant'> {
  readonly label: string;
  /** The name of what the change is about, where a page has several such buttons. */
  readonly subject?: string | undefined;
  /** The explanation above the fields. */
  readonly description?: string;
  /** Makes the change. The key is the same when the form is sent again. */
  readonly run: (idempotencyKey: string) => Promise<Outcome<Result>>;
  /** Called after the change was made; the dialog is closed. */
  readonly onDone?: (result: Outcome<Result>['result']) => void;
  /** The fields. */
  readonly children?: ReactNode;
}

/** A button that opens a dialog with fields or a question, and makes the change when its form is sent. */
export function ActionButton<Result>({ variant = 'secondary', onDone, ...props }: ActionButtonProps<Result>) {
  const text = useText();
  const keepFocus = useFocusAfterChange();
  const [isOpen, setIsOpen] = useState(false);
  const { label, subject } = props;
  const name = subject ? text('action.ofSubject', { action: label, subject }) : label;
  const open = () => {
    keepFocus();
    setIsOpen(true);
  };
  const close = () => setIsOpen(false);
  return (
    <>
      <Button variant={variant} onPress={open} aria-label={name}>
        {label}
      </Button>
      <Dialog title={name} isOpen={isOpen} onClose={close}>
        <ActionForm {...props} isDanger={variant === 'danger'} onClose={close} {...(onDone && { onDone })} />
      </Dialog>
    </>
  );
}

function ActionForm<Result>({
  label,
  description,
  run,
  onDone,
  children,
  isDanger,
  onClose,
}: ActionButtonProps<Result> & { readonly isDanger: boolean; readonly onClose: () => void }) {
  const text = useText();
  const key = useIdempotencyKey();
  const { submit, ...state } = useSubmission(useCallback(() => run(key), [run, key]));
  const send = async () => {
    const result = await submit();
    if (result === undefined) return;
    onClose();
    onDone?.(result);
  };
  return (
    <Form
      {...state}
      isDanger={isDanger}
      onSubmit={send}
      submitLabel={label}
      actions={<Button onPress={onClose}>{text('common.cancel')}</Button>}
    >
      {description && <p>{description}</p>}
      {children}
    </Form>
  );
}
