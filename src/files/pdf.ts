import { UploadRefused } from './file-refusals.ts';

export const pdfType = 'application/pdf';

/** Number of last bytes in which readers look for the end marker (ISO 32000-1, 7.5.5 and Annex H). */
const tailBytes = 1_024;
const endMarker = '%%EOF';

export interface Pdf {
  readonly mediaType: typeof pdfType;
  /** The bytes to store. */
  readonly bytes: Buffer;
}

/**
 * Checks the frame of a PDF: it begins with its version and ends with its end marker. What lies behind the end is cut off. The
 * content is never executed or shown here, and not changed, because that would break a signature (decision 35). Undefined for
 * bytes that are not a PDF.
 * @throws UploadRefused if it is truncated
 */
export function readPdf(bytes: Buffer): Pdf | undefined {
  if (!/^%PDF-[12]\.\d/.test(bytes.toString('latin1', 0, 8))) return undefined;
  const end = bytes.lastIndexOf(endMarker);
  if (end < bytes.length - tailBytes || end < 0)
    throw new UploadRefused('DOCUMENT_MALFORMED', 'The PDF is malformed: its end is missing. Export it again.');
  const behind = end + endMarker.length;
  const lineBreak = /^\s*$/.test(bytes.toString('latin1', behind)) ? bytes.length : behind;
  return { mediaType: pdfType, bytes: bytes.subarray(0, lineBreak) };
}
