import { useState } from 'react';
import type { Outcome } from '../api/use-api.ts';
import { useText } from '../i18n/use-text.ts';
import { ActionButton } from '../ui/action-button.tsx';
import { toast } from '../ui/announcer.tsx';
import { TextField } from '../ui/text-field.tsx';

interface ReasonButtonProps<Result> {
  readonly label: string;
  readonly subject: string;
  /** The effect of the act, and who reads the reason. */
  readonly description: string;
  readonly isDanger?: boolean;
  readonly run: (input: { readonly reason: string; readonly idempotencyKey: string }) => Promise<Outcome<Result>>;
}

/** A button for an act of an operator that needs a reason. */
export function ReasonButton<Result>({ label, subject, description, isDanger, run }: ReasonButtonProps<Result>) {
  const text = useText();
  const [reason, setReason] = useState('');
  return (
    <ActionButton
      label={label}
      subject={subject}
      description={description}
      variant={isDanger ? 'danger' : 'secondary'}
      run={(idempotencyKey) => run({ reason, idempotencyKey })}
      onDone={() => {
        setReason('');
        toast(text('moderation.done', { action: label, subject }));
      }}
    >
      <TextField
        name="reason"
        isRequired
        isMultiline
        label={text('moderation.reason')}
        value={reason}
        onChange={setReason}
      />
    </ActionButton>
  );
}
