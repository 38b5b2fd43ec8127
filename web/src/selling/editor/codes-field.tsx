import { useIntl } from 'react-intl';
import { useFormats } from '../../i18n/formats.ts';
import { TextField } from '../../ui/text-field.tsx';
import { codesOf } from '../typed-values.ts';

interface CodesFieldProps {
  readonly name: string;
  readonly label: string;
  readonly description: string;
  readonly type: 'language' | 'region';
  readonly value: string;
  readonly onChange: (value: string) => void;
}

/** A field for several codes, which shows the languages or countries that they stand for. */
export function CodesField({ type, ...field }: CodesFieldProps) {
  const intl = useIntl();
  const { list } = useFormats();
  const names = codesOf(field.value).flatMap((code) => {
    try {
      return intl.formatDisplayName(code, { type, fallback: 'none' }) ?? [];
    } catch {
      return [];
    }
  });
  return (
    <div className="stack stack--small">
      <TextField {...field} />
      {names.length > 0 && <p className="small">{list(names)}</p>}
    </div>
  );
}
