/** Names of files, as they are shown and saved. */
import type { File } from '../generated/prisma/client.ts';
import { limits } from '../limits.ts';
import { cleanLine, cutText, isBlank } from '../platform/text.ts';
import { endingOf } from './content.ts';

/** Names of devices on Windows, with every ending. */
const reserved = /^(?:con|prn|aux|nul|clock\$|conin\$|conout\$|(?:com|lpt)[0-9¹²³])(?=\s*(?:\.|$))/i;

/** Characters that separate folders, drives and streams, or that systems do not accept in names. */
const forbidden = /[/\\:*?"<>|⁄∕⧵＼／]/gu;

/** Most systems accept names of 255 bytes, and programs add to them. */
const maxBytes = 200;

/**
 * The name of a file with the ending of its detected media type, which decides what a device does with it. The rest is the
 * name that the uploader chose, as far as every system can save it.
 */
export function fileNameOf({ name, mediaType }: Pick<File, 'name' | 'mediaType'>): string {
  const ending = endingOf(mediaType);
  const line = cleanLine(name)
    .replace(/\p{Bidi_Control}/gu, '')
    .replace(forbidden, '_');
  const stem = trimmed(
    cutText(trimmed(withoutEnding(line, ending)), limits.files.nameCharacters, { end: '', maxBytes }),
  );
  const safeStem = isBlank(stem) ? 'file' : stem.replace(reserved, '_$&');
  return `${safeStem}${ending}`;
}

/** Removes the ending of the media type. Without it, removes another ending, and what is then the ending of the media type. */
function withoutEnding(name: string, ending: string): string {
  const withoutOwn = (text: string) => (text.toLowerCase().endsWith(ending) ? text.slice(0, -ending.length) : text);
  const stem = withoutOwn(name);
  return stem === name ? withoutOwn(name.replace(/\.\s*\p{L}[\p{L}\p{N}~-]{0,14}[.\s]*$/u, '')) : stem;
}

/** Names that begin with a dot are hidden; some systems ignore dots and spaces at the end. */
function trimmed(name: string): string {
  let [start, end] = [0, name.length];
  while (start < end && isEdge(name.charAt(start))) start += 1;
  while (end > start && isEdge(name.charAt(end - 1))) end -= 1;
  return name.slice(start, end);
}

const isEdge = (character: string): boolean => /[.\s]/.test(character);
