import { useApiQuery } from '../api/use-api.ts';
import { PlacementOptionsDocument } from '../generated/graphql.ts';
import { useText } from '../i18n/use-text.ts';
import type { FieldProps } from '../ui/field.tsx';
import { SelectField } from '../ui/select-field.tsx';

interface PlacementFieldProps extends FieldProps {
  readonly value: string;
  readonly onChange: (value: string) => void;
}

/** A field that chooses one of the placements of the viewer. */
export function PlacementField(props: PlacementFieldProps) {
  const text = useText();
  const { data } = useApiQuery(PlacementOptionsDocument, {});
  const options = data?.placements.nodes.map(({ id, name }) => ({ value: id, label: name })) ?? [];
  const emptyLabel = props.isRequired ? {} : { emptyLabel: text('step.defaultPlacement') };
  return <SelectField {...props} options={options} {...emptyLabel} />;
}
