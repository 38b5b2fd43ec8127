/** The layout that all e-mails share: plain text, and HTML without scripts, images and styles from elsewhere. */
import { escapeHtml } from '../http/route.ts';
import { textColorOn } from '../platform/contrast.ts';
import type { Email } from '../platform/mailer.ts';
import { cleanLine, cleanText, cutText } from '../platform/text.ts';
import { directionOf, type EmailLocale, languageTag } from './catalogues.ts';
import type { EmailLink, EmailText } from './email.ts';
import type { EmailFooter } from './footer.ts';

export interface EmailLayout {
  /** The button. */
  readonly link: EmailLink | undefined;
  readonly footer: EmailFooter;
  readonly locale: EmailLocale;
  /** The colour of the button. */
  readonly brand: { readonly primaryColor: string };
}

/** Renders an e-mail as text and as HTML, with its button and its footer. Text that people wrote is escaped. */
export function render(
  { subject, paragraphs: written }: EmailText,
  { link, footer, locale: { language }, brand: { primaryColor } }: EmailLayout,
): Pick<Email, 'subject' | 'text' | 'html'> {
  const paragraphs = written.map(cleanText);
  const lineOf = ({ label, url }: EmailLink): string => `${label}: ${url}`;
  // Mail programs hide what follows two dashes and a space from answers.
  const signature = ['-- ', footer.reason, ...footer.links.map(lineOf)].join('\n');
  const text = [...paragraphs, ...(link ? [lineOf(link)] : []), signature].join('\n\n');
  const body = paragraphs.map(
    (paragraph) => `<p style="margin:0 0 16px;white-space:pre-line">${escapeHtml(paragraph)}</p>`,
  );
  const button = link
    ? [
        `<p style="margin:24px 0">${anchor(link, `background:${primaryColor};color:${textColorOn(primaryColor)};padding:10px 18px;border-radius:6px;text-decoration:none`)}</p>`,
      ]
    : [];
  const links = footer.links.map((one) => anchor(one, 'color:#5c6478')).join(' · ');
  const end = `<p style="margin:32px 0 0;padding-top:12px;border-top:1px solid #d5d9e4;font-size:13px;color:#5c6478;white-space:pre-line">${[escapeHtml(footer.reason), links].join('\n').trimEnd()}</p>`;
  const html = `<!doctype html><html lang="${languageTag(language)}" dir="${directionOf(language)}"><body style="font:16px/1.5 system-ui,sans-serif;color:#1c2333;max-width:36em;margin:24px auto;padding:0 16px">${[...body, ...button, end].join('')}</body></html>`;
  return { subject: cutText(cleanLine(subject), maxSubjectCharacters), text, html };
}

const anchor = ({ label, url }: EmailLink, style: string): string =>
  `<a href="${escapeHtml(url)}" style="${style}">${escapeHtml(label)}</a>`;

const maxSubjectCharacters = 200;
