/** The page that documents every error code; `docUrl` of an error leads to its entry. */
import { type ErrorDefinition, errorDocsPath } from '../platform/error-definitions.ts';
import { errorDocsIntroduction, recoveryMeanings, sortedErrors } from '../platform/error-docs.ts';
import { escapeHtml, page, type Route } from './route.ts';

export const errorDocsRoutes = (): Route[] => [{ path: errorDocsPath, get: () => page(render()) }];

function render(): string {
  const errors = sortedErrors();
  const recoveries = Object.entries(recoveryMeanings).map(
    ([name, meaning]) => `<dt><code>${name}</code></dt><dd>${escapeHtml(meaning)}</dd>`,
  );
  const links = errors.map(({ code }) => `<li><a href="#${code}">${code}</a></li>`);
  return `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Error codes – Placard</title>
<style>body{font:16px/1.5 system-ui,sans-serif;max-width:46em;margin:2em auto;padding:0 1em;color:#1c2333}code{background:#f0f2f8;padding:.1em .3em;border-radius:4px}section{border-top:1px solid #d5d9e4;margin-top:1.5em}section:target{background:#fff8e0}h2{font:600 1.1em ui-monospace,monospace}dt{color:#5c6478}dd{margin:0 0 .4em}ul{columns:2;padding-left:1.2em;font:.85em ui-monospace,monospace}</style>
<h1>Error codes</h1><p>${withCode(errorDocsIntroduction)}</p>
<dl>${recoveries.join('')}</dl>
<ul>${links.join('')}</ul>
${errors.map(section).join('\n')}</html>`;
}

const section = ({ code, recovery, httpStatus, description, exampleMessage, remedy }: ErrorDefinition): string =>
  `<section id="${code}"><h2>${code}</h2><p>${withCode(description)}</p>
<dl><dt>Message</dt><dd>${withCode(exampleMessage)}</dd><dt>Recovery</dt><dd><code>${recovery}</code></dd>${httpStatus === undefined ? '' : `<dt>HTTP status</dt><dd>${httpStatus}</dd>`}<dt>Remedy</dt><dd>${withCode(remedy)}</dd></dl></section>`;

/** Text as HTML, with the parts between backticks as code. */
const withCode = (text: string): string => escapeHtml(text).replace(/`([^`]*)`/g, '<code>$1</code>');
