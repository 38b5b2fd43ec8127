/** Errors of addresses that people open: a page for browsers, JSON for programs. */
import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { sendRaw } from '../support/raw-http.ts';
import { useServer } from '../support/use-server.ts';

const { server } = useServer();

const browser = { accept: 'text/html,application/xhtml+xml,*/*;q=0.8', 'accept-language': 'de-DE,de;q=0.9,en;q=0.5' };

test.each([
  ['NOT_FOUND', 404, { method: 'GET', path: '/sandboxes/unknown/' }, 'Seite nicht gefunden'],
  ['FILE_NOT_FOUND', 404, { method: 'GET', path: '/files/x' }, 'Seite nicht gefunden'],
  ['METHOD_NOT_ALLOWED', 405, { method: 'DELETE', path: '/health/live' }, 'Diese Seite kann nicht geöffnet werden'],
  [
    'MEDIA_TYPE',
    415,
    { method: 'POST', path: '/oauth/token', headers: { 'content-type': 'text/plain' }, body: 'x' },
    'Das Formular konnte nicht gelesen werden',
  ],
])('the error %s is a page for a browser and JSON for a program', async (code, status, request, title) => {
  const page = await sendRaw(server.url, {
    ...request,
    headers: { ...('headers' in request ? request.headers : {}), ...browser },
  });
  const answer = await sendRaw(server.url, request);

  expect([page.status, answer.status]).toEqual([status, status]);
  expect(page.text).toContain('<html lang="de" dir="ltr">');
  expect(page.text).toContain(`<h1>${title}</h1>`);
  expect(page.text).toContain(`<code>${code}</code>`);
  expect(JSON.parse(answer.text).errors).toEqual([
    expect.objectContaining({ extensions: expect.objectContaining({ code }) }),
  ]);
});

test.each(['/setup/setup_x', '/receipts/x', '/pay/test/x'])(
  'a link that does not work leads to a page that says what to do: %s',
  async (path) => {
    const pages = await Promise.all(
      ['en', 'de'].map(async (language) => {
        const answer = await fetch(`${server.url}${path}`, { headers: { ...browser, 'accept-language': language } });
        return { status: answer.status, text: await answer.text() };
      }),
    );

    expect(pages.map(({ status }) => status)).toEqual([404, 404]);
    expect(pages[0]?.text).toContain('This link does not work');
    expect(pages[0]?.text).toContain('Use the newest e-mail');
    expect(pages[1]?.text).toContain('Dieser Link funktioniert nicht');
  },
);

test.each(['/docs/errors', '/mailbox', '/clock'])(
  'the policy of %s allows its own style sheet only, and no script',
  async (path) => {
    const response = await fetch(`${server.url}${path}`);
    const text = await response.text();

    const [, style = ''] = /<style>([\s\S]*?)<\/style>/.exec(text) ?? [];
    const hash = createHash('sha256').update(style).digest('base64');
    const policy = response.headers.get('content-security-policy') ?? '';
    expect(policy).toContain(`style-src 'sha256-${hash}';`);
    expect(policy).toMatch(/^default-src 'none';/);
    expect(policy).not.toMatch(/unsafe|script-src/);
    expect(text).not.toMatch(/ style="|<script| on\w+="/);
    expect(style).toContain('--color-page: light-dark(');
  },
);
