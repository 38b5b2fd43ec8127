import type { EntryDetailViewFragment } from '../generated/graphql.ts';
import { useFormats } from '../i18n/formats.ts';
import { useApiText } from '../i18n/use-text.ts';
import { Details } from '../ui/details.tsx';

/** The values with which something was done. Ids and the names of templates mean nothing to people, and are left out. */
export function EntryDetails({ details }: { readonly details: readonly EntryDetailViewFragment[] }) {
  const apiText = useApiText();
  const { money, dateTime } = useFormats();
  const shownValue = ({ kind, text, money: amount }: EntryDetailViewFragment) => {
    if (amount) return money(amount);
    if (kind === 'DATE') return dateTime(text);
    if (kind === 'LINK') return <SafeLink address={text} />;
    return kind === 'CHOICE' ? apiText(`stepOption.${text}`, words(text)) : text;
  };
  const shown = details.filter(({ kind, name }) => kind !== 'ID' && name !== 'template');
  if (shown.length === 0) return null;
  return (
    <Details
      rows={shown.map((detail) => [apiText(`stepField.${detail.name}`, detail.title), shownValue(detail)] as const)}
    />
  );
}

/** A link that a party has written. Only web addresses become links. */
function SafeLink({ address }: { readonly address: string }) {
  const isWeb = /^https?:\/\//i.test(address);
  return isWeb ? (
    <a href={address} target="_blank" rel="noopener noreferrer nofollow">
      {address}
    </a>
  ) : (
    address
  );
}

/** NO_FIT becomes "No fit". */
const words = (value: string): string => value.charAt(0) + value.slice(1).toLowerCase().replaceAll('_', ' ');
