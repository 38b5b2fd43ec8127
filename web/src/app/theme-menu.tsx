import { useState } from 'react';
import { useText } from '../i18n/use-text.ts';
import { Menu } from '../ui/menu.tsx';
import { chooseTheme, chosenTheme, type Theme, themes } from './theme.ts';

/** The menu that chooses light or dark pages in this browser. */
export function ThemeMenu() {
  const text = useText();
  const [current, setCurrent] = useState(chosenTheme);
  return (
    <Menu
      label={text('theme.label')}
      entries={themes.map((theme) => ({ id: theme, label: text(`theme.${theme}`), isCurrent: theme === current }))}
      onSelect={(id) => {
        chooseTheme(id as Theme);
        setCurrent(id as Theme);
      }}
    />
  );
}
