/** The content security policies of pages: each names what its page needs, and everything else is refused. */
import { createHash } from 'node:crypto';

/** Directives with their sources. Null leaves out a directive that is refused otherwise. */
interface PolicySources extends Readonly<Record<string, string | null>> {}

/** The directives that a page refuses unless it names sources of its own. */
const refused: PolicySources = { 'base-uri': "'none'", 'form-action': "'none'", 'frame-ancestors': "'none'" };

/** Makes the policy of a page. */
export const contentPolicy = ({ sandbox = null, ...sources }: PolicySources): string =>
  Object.entries({ sandbox, 'default-src': "'none'", ...sources, ...withoutKeys(refused, sources) })
    .flatMap(([name, value]) => (value === null ? [] : [`${name} ${value}`]))
    .join('; ');

const withoutKeys = (all: PolicySources, taken: PolicySources): PolicySources =>
  Object.fromEntries(Object.entries(all).filter(([name]) => !Object.hasOwn(taken, name)));

/** The source of an inline style sheet. */
export const hashSource = (text: string): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

/** The sources of the style attributes in HTML of ours, whose values have no character that is escaped. */
export function styleAttributeSources(html: string): string {
  const styles = new Set([...html.matchAll(/ style="([^"]*)"/g)].map(([, style = '']) => style));
  return styles.size === 0 ? "'none'" : ["'unsafe-hashes'", ...[...styles].map(hashSource)].join(' ');
}
