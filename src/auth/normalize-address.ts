import { InputInvalid } from '../platform/errors.ts';

const maxAddressCharacters = 254; // RFC 5321, 4.5.3.1.3
// Without the characters of display names and lists: "x<ada@b.example>" would be another spelling of an address, with
// limits of its own.
const addressPattern = /^[^\s@<>()[\]\\,;:"\p{Cc}]+@(?:[^.\s@<>()[\]\\,;:"\p{Cc}]+\.)+[^.\s@<>()[\]\\,;:"\p{Cc}]+$/u;

/** The address in the form in which it is stored. @throws InputInvalid that names the field */
export function normalizeAddress(email: string, field = 'email'): string {
  const address = email.trim().toLowerCase();
  if (address.length <= maxAddressCharacters && addressPattern.test(address)) return address;
  throw new InputInvalid([
    { field, message: `must be an e-mail address of at most ${maxAddressCharacters} characters` },
  ]);
}
