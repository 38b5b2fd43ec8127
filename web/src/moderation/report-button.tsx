import { useState } from 'react';
import { useApiMutation } from '../api/use-api.ts';
import { type ReportReason, ReportSubjectDocument } from '../generated/graphql.ts';
import { useText } from '../i18n/use-text.ts';
import { ActionButton } from '../ui/action-button.tsx';
import { toast } from '../ui/announcer.tsx';
import { SelectField } from '../ui/select-field.tsx';
import { TextField } from '../ui/text-field.tsx';

const reasons = ['SPAM', 'ILLEGAL', 'OFFENSIVE', 'MISLEADING', 'OTHER'] as const satisfies readonly ReportReason[];

interface ReportButtonProps {
  /** The id of a message, an ad, a space or an account. */
  readonly subjectId: string;
  /** The name of the subject, for screen readers. */
  readonly subject: string;
}

/** A button that reports something to the operators. Visitors who have not signed in may report too. */
export function ReportButton({ subjectId, subject }: ReportButtonProps) {
  const text = useText();
  const report = useApiMutation(ReportSubjectDocument);
  const [reason, setReason] = useState<ReportReason | ''>('SPAM');
  const [words, setWords] = useState('');
  return (
    <ActionButton
      variant="quiet"
      label={text('report.action')}
      subject={subject}
      description={text('report.introduction')}
      run={(idempotencyKey) =>
        report({ input: { subjectId, reason: reason || 'OTHER', text: words.trim() || null, idempotencyKey } })
      }
      onDone={() => {
        setWords('');
        toast(text('report.sent'));
      }}
    >
      <SelectField
        name="reason"
        isRequired
        label={text('report.reason')}
        value={reason}
        options={reasons.map((value) => ({ value, label: text(`reportReason.${value}`) }))}
        onChange={setReason}
      />
      <TextField name="text" isMultiline label={text('report.text')} value={words} onChange={setWords} />
    </ActionButton>
  );
}
