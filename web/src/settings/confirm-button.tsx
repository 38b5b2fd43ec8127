import { type ReactNode, useState } from 'react';
import type { Outcome } from '../api/use-api.ts';
import { useText } from '../i18n/use-text.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { Form, useSubmission } from '../ui/form.tsx';

interface ConfirmButtonProps<Result> {
  readonly label: string;
  /** The label for screen readers, where several buttons have the same one. */
  readonly fullLabel?: string;
  readonly children: ReactNode;
  readonly run: () => Promise<Outcome<Result>>;
  readonly onDone: () => unknown;
}

/** A button that says what it ends, and asks for a confirmation. */
export function ConfirmButton<Result>({ label, fullLabel, children, run, onDone }: ConfirmButtonProps<Result>) {
  const text = useText();
  const [isOpen, setIsOpen] = useState(false);
  const { submit, ...state } = useSubmission(run);
  const send = async () => {
    if (!(await submit())) return;
    setIsOpen(false);
    await onDone();
  };
  return (
    <>
      <Button variant="danger" aria-label={fullLabel} onPress={() => setIsOpen(true)}>
        {label}
      </Button>
      <Dialog title={fullLabel ?? label} isOpen={isOpen} onClose={() => setIsOpen(false)}>
        <Form
          {...state}
          isDanger
          onSubmit={send}
          submitLabel={label}
          actions={<Button onPress={() => setIsOpen(false)}>{text('common.cancel')}</Button>}
        >
          <p>{children}</p>
        </Form>
      </Dialog>
    </>
  );
}
