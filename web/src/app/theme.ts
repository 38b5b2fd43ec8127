/** Light and dark pages. */

export const themes = ['system', 'light', 'dark'] as const;
export type Theme = (typeof themes)[number];

const storageKey = 'placard.theme';

const isTheme = (name: string | null): name is Theme => themes.some((theme) => theme === name);

/** The theme that was chosen in this browser; that of the system if none was. */
export function chosenTheme(): Theme {
  const name = localStorage.getItem(storageKey);
  return isTheme(name) ? name : 'system';
}

/** Remembers a theme and draws the page in it. */
export function chooseTheme(theme: Theme): void {
  localStorage.setItem(storageKey, theme);
  applyTheme();
}

/** Draws the page in the chosen theme. */
export function applyTheme(): void {
  const theme = chosenTheme();
  if (theme === 'system') delete document.documentElement.dataset['theme'];
  else document.documentElement.dataset['theme'] = theme;
}
