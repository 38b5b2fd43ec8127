/** The page with the e-mails that would have been sent, for development. */
import { contentPolicy, styleAttributeSources } from '../http/content-policy.ts';
import { RouteRefused } from '../http/error-response.ts';
import { escapeHtml, type HttpResponse, json, type Route } from '../http/route.ts';
import { bidiText, renderPage } from '../pages/layout.ts';
import type { PageBrand } from '../pages/page-brand.ts';
import type { Mailbox } from '../platform/mailer.ts';

const path = '/mailbox';
const lettersPath = `${path}/letters/`;

type Letter = ReturnType<Mailbox['letters']>[number];

/** The routes of the mailbox: the page, the HTML of each e-mail for its frame, and `/mailbox.json` for programs. */
export function mailboxRoutes(mailbox: Mailbox, readBrand: () => Promise<PageBrand>): Route[] {
  return [
    { path, get: async () => render(mailbox.letters(), await readBrand()) },
    {
      path: lettersPath,
      get: (_request, url) => {
        const key = decodeURIComponent(url.pathname.slice(lettersPath.length));
        const letter = mailbox.letters().find((one) => one.key === key);
        if (!letter) throw new RouteRefused('NOT_FOUND');
        return frameOf(letter);
      },
    },
    {
      path: `${path}.json`,
      get: () =>
        json(
          200,
          mailbox
            .letters()
            .map(({ to, replyTo, subject, text, headers, at }) => ({ to, replyTo, subject, text, headers, at })),
        ),
    },
  ];
}

/** The sandbox of an e-mail: no scripts and no forms. Its links open in new tabs, which are not in the sandbox. */
const sandbox = 'allow-popups allow-popups-to-escape-sandbox';

function render(letters: readonly Letter[], brand: PageBrand): HttpResponse {
  const cards = letters.map(
    ({ key, to, replyTo, subject, text, headers, at }) =>
      `<details class="card"><summary><b>${bidiText(subject)}</b><br><span class="small muted">to ${bidiText(to)}${replyTo ? ` · replies go to ${bidiText(replyTo)}` : ''} · ${at.toISOString()}</span></summary>
<iframe src="${escapeHtml(lettersPath + encodeURIComponent(key))}" sandbox="${sandbox}" title="${escapeHtml(subject)}" loading="lazy"></iframe>
<h2>As text</h2><pre class="small">${withLinks(text)}</pre>
<h2>Headers</h2><pre class="small muted">${escapeHtml(linesOf(headers))}</pre></details>`,
  );
  const body = `<p>What would have been sent, newest first. Nothing leaves this machine. <a href="./">Back</a></p>
${cards.join('\n') || '<p>No mail yet.</p>'}`;
  return renderPage({ brand, language: 'EN' }, { title: 'Mailbox', body, framesAt: "'self'" });
}

/** The HTML of an e-mail as it is sent, except that its links do not replace it. */
const frameOf = ({ html }: Letter): HttpResponse => ({
  status: 200,
  type: 'text/html; charset=utf-8',
  body: html.replace('<body', '<base target="_blank"><body'),
  headers: {
    'content-security-policy': contentPolicy({
      sandbox,
      'style-src': styleAttributeSources(html),
      'frame-ancestors': "'self'",
    }),
  },
});

/** Text as HTML in which addresses of pages are links. */
const withLinks = (text: string): string =>
  escapeHtml(text).replace(
    /https?:\/\/[^\s<]+/g,
    (address) => `<a href="${address}" target="_blank" rel="noopener">${address}</a>`,
  );

const linesOf = (headers: Readonly<Record<string, string>>): string =>
  Object.entries(headers)
    .map(([name, value]) => `${name}: ${value}`)
    .join('\n');
