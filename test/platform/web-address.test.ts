/** The address of a page that is stored is the one that browsers follow. */
import { expect, test } from 'vitest';
import { parseWebAddress, usedAddress } from '../../src/platform/web-address.ts';

test.each([
  ['https://tea.example', 'https://tea.example/'],
  ['  https://tea.example/shop\n', 'https://tea.example/shop'],
  ['HTTPS://TEA.example:443/a/../b', 'https://tea.example/b'],
  ['https:\\\\tea.example\\shop', 'https://tea.example/shop'],
  ['https://tea.example\\@evil.example/', 'https://tea.example/@evil.example/'],
  ['http://2130706433/', 'http://127.0.0.1/'],
  ['https://ｔｅａ.example/', 'https://tea.example/'],
  ['https://tée.example/ü\u202e', 'https://xn--te-bja.example/%C3%BC%E2%80%AE'],
])('%j is stored as the address %s', (text, href) => {
  expect(parseWebAddress(text, 100)).toEqual({ href });
  expect(usedAddress(href)?.href).toBe(href);
});

test.each([
  'https://tea.example/\r\nSet-Cookie: a=b',
  'https://tea.example\t.evil.example/',
  'https://tea.example/\u0000',
  'https://tea.example/\u0085',
  'https://tea.example/a b',
  'https://tea.example\n@evil.example/',
])('%j has a character that browsers drop or change', (text) => {
  expect(parseWebAddress(text, 100)).toEqual({
    problem: 'must not contain spaces, line breaks or control characters',
  });
});

test.each([
  'javascript:alert(1)',
  'ftp://tea.example/',
  '//tea.example/',
  'tea.example',
  'https://',
  'https://user@tea.example/',
  'https://:word@tea.example/',
])('%j must be refused', (text) => {
  expect(parseWebAddress(text, 100)).toEqual({ problem: 'must be an http:// or https:// URL without credentials' });
});

test('an address that is blank, or too long in the form in which it is stored, is refused', () => {
  expect(parseWebAddress(' \n', 100)).toEqual({ problem: 'must not be blank' });
  expect(parseWebAddress(`https://tea.example/${'a'.repeat(81)}`, 100).problem).toBe(
    'must have at most 100 characters; it has 101',
  );
  expect(parseWebAddress(`https://tea.example/${'ü'.repeat(20)}`, 100).problem).toBe(
    'must have at most 100 characters; it has 140',
  );
});
