/** The design tokens of the browser client as a module of the server, whose pages have the same design. */
import { readFileSync } from 'node:fs';

const source = 'web/src/styles/tokens.css';

export function designTokens(): string {
  const css = readFileSync(new URL(`../../${source}`, import.meta.url), 'utf8').replace(/\/\*[\s\S]*?\*\/\n/g, '');
  return `// Generated from ${source} by \`npm run generate\`: do not edit.\n\n/** CSS that defines the design tokens. */\nexport const designTokens = \`${css}\`;\n`;
}
