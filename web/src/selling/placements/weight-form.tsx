import { useCallback, useState } from 'react';
import { type Outcome, useApiMutation } from '../../api/use-api.ts';
import { UpdateAdWeightDocument } from '../../generated/graphql.ts';
import { useText } from '../../i18n/use-text.ts';
import { toast } from '../../ui/announcer.tsx';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Form, unreadable, useSubmission } from '../../ui/form.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { wholeNumberOf } from '../typed-values.ts';

interface WeightFormProps {
  readonly adId: string;
  readonly name: string;
  readonly weight: number;
}

/** A button that opens the form of the weight of an ad in its group. */
export function WeightForm({ adId, name, weight }: WeightFormProps) {
  const text = useText();
  const [isOpen, setIsOpen] = useState(false);
  const close = () => setIsOpen(false);
  const title = text('placements.weightOf', { name });
  return (
    <>
      <Button onPress={() => setIsOpen(true)} aria-label={title}>
        {text('placements.weight')}
      </Button>
      <Dialog title={title} isOpen={isOpen} onClose={close}>
        <OpenWeightForm adId={adId} weight={weight} onClose={close} />
      </Dialog>
    </>
  );
}

interface OpenWeightFormProps extends Pick<WeightFormProps, 'adId' | 'weight'> {
  readonly onClose: () => void;
}

function OpenWeightForm({ adId, weight, onClose }: OpenWeightFormProps) {
  const text = useText();
  const [typed, setTyped] = useState(String(weight));
  const update = useApiMutation(UpdateAdWeightDocument);
  const { submit, ...state } = useSubmission(
    useCallback(async (): Promise<Outcome<unknown>> => {
      const next = wholeNumberOf(typed);
      return next == null
        ? unreadable({ weight: text('step.unreadable.NUMBER') })
        : update({ input: { adId, weight: next } });
    }, [typed, update, adId, text]),
  );
  const send = async () => {
    if (!(await submit())) return;
    toast(text('editor.saved'));
    onClose();
  };
  return (
    <Form
      {...state}
      onSubmit={send}
      submitLabel={text('common.save')}
      actions={<Button onPress={onClose}>{text('common.cancel')}</Button>}
    >
      <TextField
        name="weight"
        isRequired
        inputMode="numeric"
        label={text('placements.weight')}
        description={text('placements.weightHelp')}
        value={typed}
        onChange={setTyped}
      />
    </Form>
  );
}
