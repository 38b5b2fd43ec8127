import { UploadRefused } from './file-refusals.ts';

export const pdfType = 'application/pdf';

/** Readers look for the end mark in so many of the last bytes (ISO 32000-1, 7.5.5 and Annex H). */
const tailBytes = 1_024;

/**
 * A PDF as far as its frame goes: it begins with its version and ends with its end mark, and nothing stands behind that.
 * What is inside is never run or shown here. Undefined for bytes that do not begin like one.
 * @throws UploadRefused if it is cut off or goes on behind its end
 */
export function readPdf(bytes: Buffer): { readonly mediaType: typeof pdfType } | undefined {
  if (!/^%PDF-[12]\.\d/.test(bytes.toString('latin1', 0, 8))) return undefined;
  if (!/%%EOF\s*$/.test(bytes.subarray(-tailBytes).toString('latin1')))
    throw new UploadRefused('DOCUMENT_MALFORMED', 'The PDF is malformed: its end is missing. Export it again.');
  return { mediaType: pdfType };
}
