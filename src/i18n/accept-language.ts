/** The language of a page for a visitor who has not chosen one. */
import type { Language } from '../generated/prisma/client.ts';

const byTag: Readonly<Record<string, Language>> = { en: 'EN', de: 'DE' };

/** The longest header that is read. Browsers send some hundred characters. */
const maxCharacters = 1_000;

/** The language that the header Accept-Language prefers among those that there are; English if it names none of them. */
export function languageIn(header: string | undefined): Language {
  const choices = (header ?? '')
    .slice(0, maxCharacters)
    .split(',')
    .map((part) => {
      const [range = '', ...parameters] = part.split(';').map((text) => text.trim().toLowerCase());
      const weight = parameters.find((text) => text.startsWith('q='))?.slice(2) ?? '1';
      return { language: byTag[range.split('-')[0] ?? ''], weight: Number(weight) };
    })
    .filter(({ weight }) => weight > 0);
  const [best] = choices.filter(({ language }) => language).sort((one, other) => other.weight - one.weight);
  return best?.language ?? 'EN';
}
