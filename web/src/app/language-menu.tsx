import { useLanguage } from '../i18n/intl-root.tsx';
import { type Language, languageNames } from '../i18n/languages.ts';
import { Menu } from '../ui/menu.tsx';

/** The menu that chooses the language of the page in this browser. */
export function LanguageMenu() {
  const { language, choose } = useLanguage();
  return (
    <Menu
      label={languageNames[language]}
      entries={Object.entries(languageNames).map(([id, label]) => ({ id, label, isCurrent: id === language }))}
      onSelect={(id) => void choose(id as Language)}
    />
  );
}
