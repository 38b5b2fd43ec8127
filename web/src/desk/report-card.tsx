import { useState } from 'react';
import { useApiMutation } from '../api/use-api.ts';
import { type ReportOutcome, type ReportViewFragment, ResolveReportDocument } from '../generated/graphql.ts';
import { useFormats } from '../i18n/formats.ts';
import { useText } from '../i18n/use-text.ts';
import { ActionButton } from '../ui/action-button.tsx';
import { toast } from '../ui/announcer.tsx';
import { Badge } from '../ui/badge.tsx';
import { ChoiceField } from '../ui/choice-field.tsx';
import { Details } from '../ui/details.tsx';
import { TextField } from '../ui/text-field.tsx';
import { ReportSubjectView } from './report-subject.tsx';

const outcomes = ['ACTION_TAKEN', 'DISMISSED'] as const satisfies readonly ReportOutcome[];

interface ReportCardProps {
  readonly report: ReportViewFragment;
  /** Called after the report was resolved. */
  readonly onDone: () => void;
}

/** A report with its subject, and the decision about it. */
export function ReportCard({ report, onDone }: ReportCardProps) {
  const text = useText();
  const { dateTime } = useFormats();
  const resolve = useApiMutation(ResolveReportDocument);
  const [outcome, setOutcome] = useState<ReportOutcome>('ACTION_TAKEN');
  const [note, setNote] = useState('');
  const { id, reason, reporter, status, resolvedAt, subjectId } = report;
  return (
    <>
      <div className="row">
        <Badge tone={status === 'OPEN' ? 'warn' : 'good'}>{text(`reportStatus.${status}`)}</Badge>
        <h2>{text('desk.report', { reason: text(`reportReason.${reason}`) })}</h2>
      </div>
      {report.text && (
        <p className="preserve" dir="auto">
          {report.text}
        </p>
      )}
      <Details
        rows={[
          [text('desk.reportedAt'), dateTime(report.createdAt)],
          [text('desk.reporter'), reporter ? (reporter.email ?? reporter.name) : text('desk.anonymous')],
          [text('desk.outcome'), report.outcome && text(`reportOutcome.${report.outcome}`)],
          [text('desk.resolvedAt'), resolvedAt && dateTime(resolvedAt)],
          [text('desk.note'), report.note],
        ]}
      />
      <ReportSubjectView subjectId={subjectId} />
      {status === 'OPEN' && (
        <div>
          <ActionButton
            variant="primary"
            label={text('desk.resolve')}
            subject={text('desk.report', { reason: text(`reportReason.${reason}`) })}
            run={(idempotencyKey) => resolve({ input: { reportId: id, outcome, note, idempotencyKey } })}
            onDone={() => {
              toast(text('desk.resolved'));
              onDone();
            }}
          >
            <ChoiceField
              name="outcome"
              isRequired
              label={text('desk.outcome')}
              value={outcome}
              options={outcomes.map((value) => ({ value, label: text(`reportOutcome.${value}`) }))}
              onChange={(value) => setOutcome(value as ReportOutcome)}
            />
            <TextField name="note" isRequired isMultiline label={text('desk.note')} value={note} onChange={setNote} />
          </ActionButton>
        </div>
      )}
    </>
  );
}
