import { useCallback, useState } from 'react';
import { type Outcome, useApiQuery } from '../../api/use-api.ts';
import { type EditedSpaceViewFragment, PlacementOptionsDocument, type SpaceKind } from '../../generated/graphql.ts';
import { useText } from '../../i18n/use-text.ts';
import { Form, unreadable, useSubmission } from '../../ui/form.tsx';
import { SelectField } from '../../ui/select-field.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { CodesField } from './codes-field.tsx';
import { formatFields, propertiesOf, type SpaceValues, spaceKinds, unreadableIn, valuesOf } from './space-values.ts';

export interface SpaceFormProps {
  /** Undefined for a new space. */
  readonly space?: EditedSpaceViewFragment;
  readonly submitLabel: string;
  /** Sends the properties to the API. */
  readonly save: (input: ReturnType<typeof propertiesOf> & { kind: SpaceKind }) => Promise<Outcome<unknown>>;
  readonly onSaved: (result: EditedSpaceViewFragment) => void;
}

/** The form of the properties of a space. */
export function SpaceForm({ space, submitLabel, save, onSaved }: SpaceFormProps) {
  const text = useText();
  const [values, setValues] = useState(() => valuesOf(space));
  const { data } = useApiQuery(PlacementOptionsDocument, {});
  const placements = data?.placements.nodes.map(({ id, name }) => ({ value: id, label: name })) ?? [];
  const chosen = space?.defaultPlacement;
  const set = (name: keyof SpaceValues) => (value: string) => setValues((before) => ({ ...before, [name]: value }));
  const { submit, ...state } = useSubmission(
    useCallback(async (): Promise<Outcome<unknown>> => {
      const { kind } = values;
      const problems = unreadableIn(values).map((name) => [name, text('step.unreadable.NUMBER')]);
      if (kind === '') problems.push(['kind', text('step.missing')]);
      if (kind === '' || problems.length > 0) return unreadable(Object.fromEntries(problems));
      return save({ ...propertiesOf(values), kind });
    }, [values, text, save]),
  );
  const send = async () => {
    const result = await submit();
    if (result) onSaved(result as EditedSpaceViewFragment);
  };
  const numberField = (name: keyof SpaceValues, label: string, field: string = name) => (
    <TextField key={name} name={field} inputMode="numeric" label={label} value={values[name]} onChange={set(name)} />
  );
  return (
    <Form {...state} onSubmit={send} submitLabel={submitLabel}>
      <TextField
        name="title"
        isRequired
        label={text('editor.spaceTitle')}
        value={values.title}
        onChange={set('title')}
      />
      <SelectField
        name="kind"
        isRequired
        label={text('catalogue.kind')}
        value={values.kind}
        options={spaceKinds.map((value) => ({ value, label: text(`spaceKind.${value}`) }))}
        onChange={set('kind')}
      />
      <TextField
        name="description"
        isRequired
        isMultiline
        label={text('editor.description')}
        value={values.description}
        onChange={set('description')}
      />
      <TextField
        name="audience"
        isMultiline
        label={text('space.audience')}
        value={values.audience}
        onChange={set('audience')}
      />
      <TextField
        name="requirements"
        isMultiline
        label={text('editor.requirements')}
        description={text('editor.requirementsHelp')}
        value={values.requirements}
        onChange={set('requirements')}
      />
      <div className="field-grid">
        <CodesField
          name="languages"
          type="language"
          label={text('space.languages')}
          description={text('editor.languagesHelp')}
          value={values.languages}
          onChange={set('languages')}
        />
        <CodesField
          name="countries"
          type="region"
          label={text('space.countries')}
          description={text('editor.countriesHelp')}
          value={values.countries}
          onChange={set('countries')}
        />
      </div>
      <div className="field-grid">
        {formatFields.map((name) => numberField(name, text(`editor.format.${name}`), `format.${name}`))}
      </div>
      <div className="field-grid">
        {numberField('leadTimeDays', text('editor.leadTimeDays'))}
        <SelectField
          name="defaultPlacementId"
          label={text('editor.defaultPlacement')}
          emptyLabel={text('editor.noPlacement')}
          value={values.defaultPlacementId}
          // The list has the newest placements only.
          options={
            chosen && !placements.some(({ value }) => value === chosen.id)
              ? [...placements, { value: chosen.id, label: chosen.name }]
              : placements
          }
          onChange={set('defaultPlacementId')}
        />
      </div>
    </Form>
  );
}
