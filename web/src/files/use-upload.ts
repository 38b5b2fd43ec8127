import { useCallback } from 'react';
import { useTranslatedRefusal } from '../api/refusal-text.ts';
import type { Outcome } from '../api/use-api.ts';
import { useApiMutation } from '../api/use-api.ts';
import { type FilePurpose, RequestUploadDocument } from '../generated/graphql.ts';

/** A file that the server has stored. */
export interface UploadedFile {
  readonly fileId: string;
  readonly name: string;
}

/** A function that uploads a file. `onProgress` gets the part that was sent, from 0 to 1. */
export type Upload = (file: File, onProgress: (part: number) => void) => Promise<Outcome<UploadedFile>>;

/** Returns the function that uploads a file: it requests an address, then sends the bytes there. */
export function useUpload(purpose?: FilePurpose): Upload {
  const request = useApiMutation(RequestUploadDocument);
  const translated = useTranslatedRefusal();
  return useCallback(
    async (file, onProgress) => {
      const bytes = await file.arrayBuffer();
      const sha256 = await sha256Of(bytes);
      const input = { fileName: file.name, mediaType: file.type, sizeBytes: file.size, sha256, purpose };
      const { result, refusal } = await request({ input });
      if (refusal) return { refusal };
      const outcome = await send(result, { name: file.name, bytes, onProgress });
      return outcome.refusal ? { refusal: translated(outcome.refusal) } : outcome;
    },
    [request, translated, purpose],
  );
}

async function sha256Of(bytes: ArrayBuffer): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return [...digest].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

interface Sending {
  readonly name: string;
  readonly bytes: ArrayBuffer;
  readonly onProgress: (part: number) => void;
}

/** Sends the bytes. The fetch of browsers does not report progress, so this is an older request. */
function send(
  { fileId, url }: { readonly fileId: string; readonly url: string },
  { name, bytes, onProgress }: Sending,
): Promise<Outcome<UploadedFile>> {
  return new Promise((resolve) => {
    const request = new XMLHttpRequest();
    request.upload.onprogress = ({ loaded, total }) => onProgress(loaded / total);
    request.onload = () => {
      if (request.status === 201) return resolve({ result: { fileId, name } });
      resolve({ refusal: refusalIn(request.responseText) });
    };
    request.onerror = () => resolve({ refusal: { code: 'CONNECTION_LOST', message: '' } });
    request.open('PUT', url);
    request.send(bytes);
  });
}

function refusalIn(body: string): { readonly code: string; readonly message: string } {
  try {
    const [{ message, extensions }] = JSON.parse(body).errors;
    return { code: extensions.code, message };
  } catch {
    return { code: 'UPLOAD_FAILED', message: body };
  }
}
