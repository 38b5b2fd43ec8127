/** The layout of e-mails: the texts of people in their subject and their paragraphs. */
import { expect, test } from 'vitest';
import { render } from '../../src/emails/layout.ts';

const layout = {
  link: undefined,
  footer: { reason: 'You have an account.', links: [] },
  locale: { language: 'EN' },
  brand: { primaryColor: '#112233' },
} as unknown as Parameters<typeof render>[1];
const mailOf = (subject: string, paragraph = 'Hello.') =>
  render({ subject, paragraphs: [paragraph] } as Parameters<typeof render>[0], layout);

test('a subject is one line, without direction controls, and is cut between characters', () => {
  expect(mailOf('Tea\r\nBcc: \u202eall@tea.example').subject).toBe('Tea Bcc: all@tea.example');
  expect(mailOf('👨‍👩‍👧'.repeat(300)).subject).toMatch(/^(👨‍👩‍👧){200}…$/u);
});

test('a paragraph has no direction controls, in the text and in the HTML', () => {
  const { text, html } = mailOf('Tea', 'From \u202eAda');

  for (const content of [text, html])
    expect([content.includes('\u202e'), content.includes('From Ada')]).toEqual([false, true]);
});
