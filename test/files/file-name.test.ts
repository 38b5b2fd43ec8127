/** The names under which files are shown and saved. */
import { expect, test } from 'vitest';
import { fileNameOf } from '../../src/files/file-name.ts';
import { limits } from '../../src/limits.ts';

const pdfName = (name: string) => fileNameOf({ name, mediaType: 'application/pdf' });
const jpegName = (name: string) => fileNameOf({ name, mediaType: 'image/jpeg' });

const family = '👨‍👩‍👧‍👦';

test.each([
  ['an ordinary name', 'Angebot für Tee (1).pdf', 'Angebot für Tee (1).pdf'],
  ['upper case', 'OFFER.PDF', 'OFFER.pdf'],
  ['a name without an extension', 'offer', 'offer.pdf'],
  ['a version', 'Offer v1.2', 'Offer v1.2.pdf'],
  ['the extension of a program', 'contract.hta', 'contract.pdf'],
  ['two extensions', 'contract.pdf.exe', 'contract.pdf'],
  ['an extension of letters of another script', 'contract.еxе', 'contract.pdf'],
  ['an extension behind spaces', 'contract.hta   ', 'contract.pdf'],
  ['an extension behind a dot', 'contract.hta.', 'contract.pdf'],
  ['reversed letters', 'contract\u202efdp.hta', 'contractfdp.pdf'],
  ['isolates and marks of direction', '\u2067a\u200fb\u2069.pdf', 'ab.pdf'],
  ['control characters', 'a\r\nb\u0007\u0085c.pdf', 'a bc.pdf'],
  ['folders', '../../etc/passwd', '_.._etc_passwd.pdf'],
  ['folders of Windows and a stream', 'C:\\Windows\\a:b.pdf', 'C__Windows_a_b.pdf'],
  ['letters that look like separators', 'a／b∕c.pdf', 'a_b_c.pdf'],
  ['wildcards and quotes', 'a*?"<>|.pdf', 'a______.pdf'],
  ['a hidden file', '.bashrc', 'file.pdf'],
  ['dots and spaces at the end', 'offer. . .pdf', 'offer.pdf'],
  ['only dots', '...', 'file.pdf'],
  ['only the extension', '.pdf', 'file.pdf'],
  ['characters that show nothing', '\u200b\u3164\u2800', 'file.pdf'],
  ['a device', 'CON', '_CON.pdf'],
  ['a device in lower case with an extension', 'nul.txt', '_nul.pdf'],
  ['a numbered device with two extensions', 'COM1.tar.pdf', '_COM1.tar.pdf'],
  ['a device with a superscript digit', 'lpt².pdf', '_lpt².pdf'],
  ['a device with a space before the extension', 'aux .x.pdf', '_aux .x.pdf'],
  ['a word that begins like a device', 'Contract', 'Contract.pdf'],
  ['half an emoji', 'tea\ud83d.pdf', 'tea\ufffd.pdf'],
])('%s: %j is saved as %j', (_what, name, saved) => {
  expect(pdfName(name)).toBe(saved);
});

test('the extension is that of the media type, also if the type has several', () => {
  expect([jpegName('tea.jpeg'), jpegName('tea.JPG'), jpegName('tea.png')]).toEqual(['tea.jpg', 'tea.jpg', 'tea.jpg']);
});

test('a long name is cut between characters, and fits into the names of file systems', () => {
  const long = pdfName(`${family.repeat(300)}.pdf`);

  expect(long).toMatch(new RegExp(`^(${family})+\\.pdf$`));
  expect([...pdfName('x'.repeat(5_000))].length).toBeLessThanOrEqual(limits.files.nameCharacters + 4);
  for (const name of [long, pdfName(`a${'\u0301'.repeat(500)}`), pdfName(`${'👨\u200d'.repeat(300)}.pdf`)])
    expect(Buffer.byteLength(name)).toBeLessThanOrEqual(255);
});

test('a saved name is not changed again', () => {
  for (const name of ['contract.hta.exe', 'COM1.tar.pdf', '../a', `${family.repeat(300)}`, '.bashrc', 'a. b .pdf'])
    expect(pdfName(pdfName(name))).toBe(pdfName(name));
});
