// Generated from web/src/styles/tokens.css by `npm run generate`: do not edit.

/** CSS that defines the design tokens. */
export const designTokens = `:root {
  color-scheme: light dark;

  --color-page: light-dark(#f6f7fa, #12151c);
  --color-surface: light-dark(#ffffff, #1b1f29);
  --color-sunken: light-dark(#eceef4, #0d1016);
  --color-border: light-dark(#d3d8e3, #363d4c);
  --color-control-border: light-dark(#7b8497, #7d879b);
  --color-text: light-dark(#1a2030, #eceff6);
  --color-muted: light-dark(#535c70, #a7b0c2);
  --color-accent: light-dark(#1f4fd8, #8fb0ff);
  --color-on-accent: light-dark(#ffffff, #0d1630);
  --color-button: var(--color-accent);
  --color-on-button: var(--color-on-accent);
  --color-accent-soft: light-dark(#e5ecff, #1e2a4d);
  --color-good: light-dark(#14693a, #74d79c);
  --color-good-soft: light-dark(#dff4e7, #143222);
  --color-warn: light-dark(#7a4b00, #f0c069);
  --color-warn-soft: light-dark(#fdf0d5, #382a10);
  --color-bad: light-dark(#b01e2e, #ff9aa2);
  --color-bad-soft: light-dark(#fce6e8, #401a1f);
  --color-focus: light-dark(#1f4fd8, #b9ceff);

  --space-1: 0.25rem;
  --space-2: 0.5rem;
  --space-3: 0.75rem;
  --space-4: 1rem;
  --space-5: 1.5rem;
  --space-6: 2rem;
  --space-7: 3rem;

  --radius: 0.5rem;
  --shadow: 0 1px 2px light-dark(#1a203014, #00000066);
  --font: system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", sans-serif;
  --font-small: 0.875rem;
  --width-page: 75rem;
  --width-text: 42rem;
  --target: 2.75rem;
}

:root[data-theme="light"] {
  color-scheme: light;
}

:root[data-theme="dark"] {
  color-scheme: dark;
}
`;
