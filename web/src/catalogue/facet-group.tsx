import { useText } from '../i18n/use-text.ts';
import { Checkbox } from '../ui/checkbox.tsx';

interface FacetGroupProps<Value extends string> {
  readonly title: string;
  readonly counts: readonly { readonly value: Value; readonly count: number }[];
  readonly nameOf: (value: Value) => string;
  readonly selected: readonly Value[];
  readonly onChange: (selected: readonly Value[] | undefined) => void;
}

/** The values of a filter, each with the number of spaces that it would leave. */
export function FacetGroup<Value extends string>({
  title,
  counts,
  nameOf,
  selected,
  onChange,
}: FacetGroupProps<Value>) {
  const text = useText();
  if (counts.length === 0) return null;
  const change = (value: Value, isSelected: boolean) => {
    const others = selected.filter((one) => one !== value);
    const next = isSelected ? [...others, value] : others;
    onChange(next.length > 0 ? next : undefined);
  };
  return (
    <fieldset className="filters__group">
      <legend>{title}</legend>
      {counts.map(({ value, count }) => (
        <Checkbox
          key={value}
          isSelected={selected.includes(value)}
          onChange={(isSelected) => change(value, isSelected)}
        >
          {text('catalogue.facet', { name: nameOf(value), count })}
        </Checkbox>
      ))}
    </fieldset>
  );
}
