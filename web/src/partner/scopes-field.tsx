import type { ApplicationScope } from '../generated/graphql.ts';
import { useText } from '../i18n/use-text.ts';
import { Checkbox } from '../ui/checkbox.tsx';
import { useFieldProblem } from '../ui/form.tsx';
import './partner.css';

const allScopes = [
  'ORDERS_READ',
  'ORDERS_WRITE',
  'MESSAGES_WRITE',
  'ADS_READ',
  'ADS_WRITE',
  'WEBHOOKS',
] as const satisfies readonly ApplicationScope[];

interface ScopesFieldProps {
  readonly scopes: readonly ApplicationScope[];
  readonly onChange: (scopes: readonly ApplicationScope[]) => void;
}

/** A field that chooses what an application may do. */
export function ScopesField({ scopes, onChange }: ScopesFieldProps) {
  const text = useText();
  const problem = useFieldProblem('scopes');
  return (
    <fieldset className="partner__choices">
      <legend>{text('partner.scopes')}</legend>
      {allScopes.map((scope) => (
        <Checkbox
          key={scope}
          isSelected={scopes.includes(scope)}
          onChange={(isSelected) => {
            const others = scopes.filter((one) => one !== scope);
            onChange(isSelected ? [...others, scope] : others);
          }}
        >
          {text(`scope.${scope}`)}
        </Checkbox>
      ))}
      {problem && <span className="field__problem small">{problem}</span>}
    </fieldset>
  );
}
