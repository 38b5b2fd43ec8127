/** Kinds of files: images, and documents that are downloaded and never shown on our pages. */
import { limits } from '../limits.ts';
import { type Image, imageEndings, imageTypes, isImageType, readImage } from './image.ts';
import { type Pdf, pdfType, readPdf } from './pdf.ts';

/** Content detected in the bytes of a file. */
export type Content = Image | Pdf;

/** All media types that can be uploaded. Each use accepts some of them. */
export const mediaTypes: readonly string[] = [...imageTypes, pdfType];

/** File extension of a media type; empty if it is not supported. */
export const endingOf = (mediaType: string): string => {
  if (mediaType === pdfType) return '.pdf';
  return isImageType(mediaType) ? `.${imageEndings[mediaType]}` : '';
};

/** Maximum size of a file of a media type, in bytes. */
export const maxBytesOf = (mediaType: string): number =>
  mediaType === pdfType ? limits.files.documentBytes : limits.files.bytes;

/**
 * Detects the content of the bytes, regardless of the file name, and returns it as it is stored.
 * @throws UploadRefused if the content is not supported
 */
export const readContent = async (bytes: Buffer): Promise<Content> => readPdf(bytes) ?? readImage(bytes, mediaTypes);
