import { escapeHtml, json, page, type Route } from '../http/route.ts';
import type { Mailbox } from '../platform/mailer.ts';

/** The page with the e-mails that would have been sent, for development. `/mailbox.json` is the same for programs. */
export function mailboxRoutes(mailbox: Mailbox): Route[] {
  return [
    { path: '/mailbox', get: () => page(render(mailbox)) },
    {
      path: '/mailbox.json',
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

function render(mailbox: Mailbox): string {
  const letters = mailbox
    .letters()
    .map(
      ({ to, replyTo, subject, html, headers, at }) =>
        `<details><summary><b>${escapeHtml(subject)}</b><br><small>to ${escapeHtml(to)}${replyTo ? ` · replies go to ${escapeHtml(replyTo)}` : ''} · ${at.toISOString()}</small></summary><iframe sandbox srcdoc="${escapeHtml(html)}"></iframe><pre>${escapeHtml(linesOf(headers))}</pre></details>`,
    );
  return `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Mailbox – Placard</title>
<style>body{font:16px/1.5 system-ui,sans-serif;max-width:46em;margin:2em auto;padding:0 1em;color:#1c2333}details{border:1px solid #d5d9e4;border-radius:8px;margin:.6em 0;padding:.6em 1em}summary{cursor:pointer}iframe{width:100%;height:22em;border:0}pre{white-space:pre-wrap;overflow-wrap:anywhere;font-size:13px;color:#5c6478}small{color:#5c6478}</style>
<h1>Mailbox</h1><p>What would have been sent, newest first. Nothing leaves this machine. <a href="/">Back</a></p>
${letters.join('\n') || '<p>No mail yet.</p>'}</html>`;
}

const linesOf = (headers: Readonly<Record<string, string>>): string =>
  Object.entries(headers)
    .map(([name, value]) => `${name}: ${value}`)
    .join('\n');
