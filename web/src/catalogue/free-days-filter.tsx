import { useCallback, useState } from 'react';
import { useText } from '../i18n/use-text.ts';
import { Form, unreadable, useSubmission } from '../ui/form.tsx';
import { TextField } from '../ui/text-field.tsx';

interface FreeDaysFilterProps {
  readonly from: string | undefined;
  readonly to: string | undefined;
  readonly onChange: (next: { readonly freeFrom: string; readonly freeTo: string }) => void;
}

/** The filter by a range of days on each of which a place is free. */
export function FreeDaysFilter({ from: firstFrom = '', to: firstTo = '', onChange }: FreeDaysFilterProps) {
  const text = useText();
  const [from, setFrom] = useState(firstFrom);
  const [to, setTo] = useState(firstTo);
  const { submit, ...state } = useSubmission(
    useCallback(async () => {
      const missing = Object.entries({ freeFrom: from, freeTo: to }).filter(([, day]) => day === '');
      if (missing.length > 0)
        return unreadable(Object.fromEntries(missing.map(([name]) => [name, text('step.missing')])));
      if (to < from) return unreadable({ freeTo: text('catalogue.daysReversed') });
      return { result: { freeFrom: from, freeTo: to } };
    }, [from, to, text]),
  );
  const send = async () => {
    const range = await submit();
    if (range) onChange(range);
  };
  return (
    <details className="filters__group" open={firstFrom !== ''}>
      <summary>{text('catalogue.freeDays')}</summary>
      <Form {...state} onSubmit={send} submitLabel={text('catalogue.applyDays')}>
        <TextField
          name="freeFrom"
          isRequired
          type="date"
          label={text('placeOrder.startsOn')}
          value={from}
          onChange={setFrom}
        />
        <TextField
          name="freeTo"
          isRequired
          type="date"
          label={text('placeOrder.endsOn')}
          min={from || undefined}
          value={to}
          onChange={setTo}
        />
      </Form>
    </details>
  );
}
