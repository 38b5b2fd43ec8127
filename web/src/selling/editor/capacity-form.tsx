import { useCallback, useState } from 'react';
import { type Outcome, useApiMutation } from '../../api/use-api.ts';
import { type EditedSpaceViewFragment, UpdateSpaceAvailabilityDocument } from '../../generated/graphql.ts';
import { timeZoneOptions } from '../../i18n/time-zones.ts';
import { useText } from '../../i18n/use-text.ts';
import { toast } from '../../ui/announcer.tsx';
import { Form, unreadable, useSubmission } from '../../ui/form.tsx';
import { SelectField } from '../../ui/select-field.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { typedNumber, wholeNumberOf } from '../typed-values.ts';

interface CapacityFormProps {
  readonly space: EditedSpaceViewFragment;
  readonly onSaved: () => void;
}

/** The form of how many ads a space takes on one day, and in which time zone its days begin. */
export function CapacityForm({ space, onSaved }: CapacityFormProps) {
  const text = useText();
  const [capacity, setCapacity] = useState(typedNumber(space.capacity));
  const [timeZone, setTimeZone] = useState(space.timeZone);
  const update = useApiMutation(UpdateSpaceAvailabilityDocument);
  const { submit, ...state } = useSubmission(
    useCallback(async (): Promise<Outcome<unknown>> => {
      const count = wholeNumberOf(capacity);
      if (count === undefined) return unreadable({ capacity: text('step.unreadable.NUMBER') });
      return update({ input: { spaceId: space.id, capacity: count, timeZone } });
    }, [capacity, timeZone, space.id, update, text]),
  );
  const send = async () => {
    if (!(await submit())) return;
    toast(text('editor.saved'));
    onSaved();
  };
  return (
    <Form {...state} onSubmit={send} submitLabel={text('days.saveCapacity')}>
      <div className="field-grid">
        <TextField
          name="capacity"
          inputMode="numeric"
          label={text('days.capacity')}
          description={text('days.capacityHelp')}
          value={capacity}
          onChange={setCapacity}
        />
        <SelectField
          name="timeZone"
          isRequired
          label={text('space.timeZone')}
          value={timeZone}
          options={timeZoneOptions(space.timeZone)}
          onChange={setTimeZone}
        />
      </div>
    </Form>
  );
}
