/** What files can be: images, and documents that are handed on and never shown in a page of ours. */
import { limits } from '../limits.ts';
import { type Image, imageEndings, imageTypes, isImageType, readImage } from './image.ts';
import { pdfType, readPdf } from './pdf.ts';

/** What was found in the bytes of a file. */
export type Content = Image | { readonly mediaType: typeof pdfType };

/** Everything that can be uploaded. Each use says which of it it takes. */
export const mediaTypes: readonly string[] = [...imageTypes, pdfType];

/** The ending that files of a kind have; nothing for a kind that is not taken. */
export const endingOf = (mediaType: string): string => {
  if (mediaType === pdfType) return '.pdf';
  return isImageType(mediaType) ? `.${imageEndings[mediaType]}` : '';
};

/** How large a file of a kind can be. */
export const maxBytesOf = (mediaType: string): number =>
  mediaType === pdfType ? limits.files.documentBytes : limits.files.bytes;

/**
 * What these bytes are, whatever they are called.
 * @throws UploadRefused if they are nothing that is taken
 */
export const readContent = (bytes: Buffer): Content => readPdf(bytes) ?? readImage(bytes, mediaTypes);
