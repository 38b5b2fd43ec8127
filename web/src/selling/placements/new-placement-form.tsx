import { useCallback, useState } from 'react';
import { type Outcome, useApiMutation } from '../../api/use-api.ts';
import { CreatePlacementDocument, type PlacementKind } from '../../generated/graphql.ts';
import { useText } from '../../i18n/use-text.ts';
import { Button } from '../../ui/button.tsx';
import { Checkbox } from '../../ui/checkbox.tsx';
import { ChoiceField } from '../../ui/choice-field.tsx';
import { Form, useSubmission } from '../../ui/form.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { useIdempotencyKey } from '../../ui/use-idempotency-key.ts';

const kinds = ['SINGLE', 'GROUP'] as const;

interface NewPlacementFormProps {
  readonly onClose: () => void;
  readonly onCreated: () => void;
}

/** The form of a new placement. */
export function NewPlacementForm({ onClose, onCreated }: NewPlacementFormProps) {
  const text = useText();
  const idempotencyKey = useIdempotencyKey();
  const [name, setName] = useState('');
  const [slug, setSlug] = useState('');
  const [kind, setKind] = useState<PlacementKind>('SINGLE');
  const [pausesReplacedAds, setPausesReplacedAds] = useState(true);
  const create = useApiMutation(CreatePlacementDocument);
  const { submit, ...state } = useSubmission(
    useCallback(
      (): Promise<Outcome<unknown>> => create({ input: { name, slug, kind, pausesReplacedAds, idempotencyKey } }),
      [create, name, slug, kind, pausesReplacedAds, idempotencyKey],
    ),
  );
  const send = async () => {
    if (await submit()) onCreated();
  };
  return (
    <Form
      {...state}
      onSubmit={send}
      submitLabel={text('placements.create')}
      actions={<Button onPress={onClose}>{text('common.cancel')}</Button>}
    >
      <TextField name="name" isRequired label={text('placements.name')} value={name} onChange={setName} />
      <TextField
        name="slug"
        isRequired
        label={text('placements.slug')}
        description={text('placements.slugHelp')}
        value={slug}
        onChange={setSlug}
      />
      <ChoiceField
        name="kind"
        isRequired
        label={text('placements.kind')}
        value={kind}
        options={kinds.map((value) => ({
          value,
          label: text(`placementKind.${value}`),
          description: text(`placementKindHelp.${value}`),
        }))}
        onChange={(value) => setKind(value === 'GROUP' ? 'GROUP' : 'SINGLE')}
      />
      {kind === 'SINGLE' && (
        <Checkbox isSelected={pausesReplacedAds} onChange={setPausesReplacedAds}>
          {text('placements.pausesReplaced')}
        </Checkbox>
      )}
    </Form>
  );
}
