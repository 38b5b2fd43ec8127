/** A UUID in lower case, as part of a regular expression. */
export const uuidPattern = '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}';

const wholeUuid = new RegExp(`^${uuidPattern}$`);

/** True if a text can be the id of a row. The database throws when it is asked for any other text. */
export const isUuid = (text: string): boolean => wholeUuid.test(text);

/** The id of no row. It sorts before all others. */
export const nilUuid = '00000000-0000-0000-0000-000000000000';

/** The UUID with these 32 hexadecimal digits. */
export const uuidFromDigits = (digits: string): string =>
  digits.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
