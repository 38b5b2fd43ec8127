import { UploadRefused } from './file-refusals.ts';

export const pdfType = 'application/pdf';

/** Number of last bytes in which readers look for the end marker (ISO 32000-1, 7.5.5 and Annex H). */
const tailBytes = 1_024;

/**
 * Checks the frame of a PDF: it begins with its version and ends with its end marker. Its content is never executed or
 * shown here. Undefined for bytes that are not a PDF.
 * @throws UploadRefused if it is truncated or has data after its end
 */
export function readPdf(bytes: Buffer): { readonly mediaType: typeof pdfType } | undefined {
  if (!/^%PDF-[12]\.\d/.test(bytes.toString('latin1', 0, 8))) return undefined;
  if (!/%%EOF\s*$/.test(bytes.subarray(-tailBytes).toString('latin1')))
    throw new UploadRefused('DOCUMENT_MALFORMED', 'The PDF is malformed: its end is missing. Export it again.');
  return { mediaType: pdfType };
}
