/** The page that documents every error code; `docUrl` of an error leads to its entry. */

import { escapeHtml, type HttpResponse, type Route } from '../http/route.ts';
import { type ErrorDefinition, errorDocsPath } from '../platform/error-definitions.ts';
import { errorDocsIntroduction, recoveryMeanings, sortedErrors } from '../platform/error-docs.ts';
import { renderPage } from './layout.ts';
import { type PageBrand, plainBrand } from './page-brand.ts';

export const errorDocsRoutes = (readBrand: () => Promise<PageBrand>): Route[] => [
  // The page explains the error that the settings cannot be read too.
  { path: errorDocsPath, get: async () => render(await readBrand().catch(() => plainBrand)) },
];

/** The page is for developers, in English as the API is. */
function render(brand: PageBrand): HttpResponse {
  const errors = sortedErrors();
  const recoveries = Object.entries(recoveryMeanings).map(
    ([name, meaning]) => `<dt><code>${name}</code></dt><dd>${escapeHtml(meaning)}</dd>`,
  );
  const links = errors.map(({ code }) => `<li><a href="#${code}">${code}</a></li>`);
  const body = `<p>${withCode(errorDocsIntroduction)}</p>
<dl class="facts">${recoveries.join('')}</dl>
<ul class="columns">${links.join('')}</ul>
${errors.map(section).join('\n')}`;
  return renderPage({ brand, language: 'EN' }, { title: 'Error codes', body });
}

const section = ({ code, recovery, httpStatus, description, exampleMessage, remedy }: ErrorDefinition): string =>
  `<section id="${code}" class="card"><h2>${code}</h2><p>${withCode(description)}</p>
<dl class="facts"><dt>Message</dt><dd>${withCode(exampleMessage)}</dd><dt>Recovery</dt><dd><code>${recovery}</code></dd>${httpStatus === undefined ? '' : `<dt>HTTP status</dt><dd>${httpStatus}</dd>`}<dt>Remedy</dt><dd>${withCode(remedy)}</dd></dl></section>`;

/** Text as HTML, with the parts between backticks as code. */
const withCode = (text: string): string => escapeHtml(text).replace(/`([^`]*)`/g, '<code>$1</code>');
