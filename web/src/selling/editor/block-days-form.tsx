import { useCallback, useState } from 'react';
import { type Outcome, useApiMutation } from '../../api/use-api.ts';
import { BlockSpaceDaysDocument, UnblockSpaceDaysDocument } from '../../generated/graphql.ts';
import { useText } from '../../i18n/use-text.ts';
import { toast } from '../../ui/announcer.tsx';
import { Button } from '../../ui/button.tsx';
import { Form, unreadable, useSubmission } from '../../ui/form.tsx';
import { TextField } from '../../ui/text-field.tsx';

interface Range {
  readonly from: string;
  readonly to: string;
}

interface BlockDaysFormProps {
  readonly spaceId: string;
  /** The range that was chosen in the calendar or typed. */
  readonly range: Range;
  readonly onRange: (range: Range) => void;
  readonly onChanged: () => void;
}

/** The form that blocks a range of days, or unblocks it. */
export function BlockDaysForm({ spaceId, range, onRange, onChanged }: BlockDaysFormProps) {
  const text = useText();
  const [reason, setReason] = useState('');
  const block = useApiMutation(BlockSpaceDaysDocument);
  const unblock = useApiMutation(UnblockSpaceDaysDocument);
  const { from, to } = range;
  const missing = useCallback((): Outcome<unknown> | undefined => {
    const problems = Object.entries({ 'ranges.0.from': from, 'ranges.0.to': to }).filter(([, day]) => day === '');
    const message = text('step.missing');
    return problems.length > 0 ? unreadable(Object.fromEntries(problems.map(([name]) => [name, message]))) : undefined;
  }, [from, to, text]);
  const blocking = useSubmission(
    useCallback(
      async (): Promise<Outcome<unknown>> =>
        missing() ?? block({ input: { spaceId, ranges: [{ from, to }], reason: reason.trim() || null } }),
      [missing, block, spaceId, from, to, reason],
    ),
  );
  const unblocking = useSubmission(
    useCallback(
      async (): Promise<Outcome<unknown>> => missing() ?? unblock({ input: { spaceId, ranges: [{ from, to }] } }),
      [missing, unblock, spaceId, from, to],
    ),
  );
  const [isUnblocking, setIsUnblocking] = useState(false);
  const send = async (change: typeof blocking, done: string) => {
    setIsUnblocking(change === unblocking);
    if (!(await change.submit())) return;
    toast(done);
    onChanged();
  };
  return (
    <Form
      onSubmit={() => send(blocking, text('days.wereBlocked'))}
      isPending={blocking.isPending}
      refusal={isUnblocking ? unblocking.refusal : blocking.refusal}
      submitLabel={text('days.block')}
      actions={
        <Button isPending={unblocking.isPending} onPress={() => void send(unblocking, text('days.wereUnblocked'))}>
          {text('days.unblock')}
        </Button>
      }
    >
      <p className="muted small">{text('days.help')}</p>
      <div className="field-grid">
        <TextField
          name="ranges.0.from"
          isRequired
          type="date"
          label={text('placeOrder.startsOn')}
          value={from}
          onChange={(day) => onRange({ from: day, to: to === '' || to < day ? day : to })}
        />
        <TextField
          name="ranges.0.to"
          isRequired
          type="date"
          label={text('placeOrder.endsOn')}
          min={from || undefined}
          value={to}
          onChange={(day) => onRange({ from, to: day })}
        />
      </div>
      <TextField
        name="reason"
        label={text('days.reason')}
        description={text('days.reasonHelp')}
        value={reason}
        onChange={setReason}
      />
    </Form>
  );
}
