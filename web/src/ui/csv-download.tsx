import { useState } from 'react';
import { basePath } from '../api/base-path.ts';
import { useTranslatedRefusal } from '../api/refusal-text.ts';
import { requestHeaders } from '../api/request-headers.ts';
import type { Refused } from '../api/use-api.ts';
import { useFormats } from '../i18n/formats.ts';
import { useText } from '../i18n/use-text.ts';
import { Button } from './button.tsx';

interface CsvDownloadProps {
  /** The file below /exports, such as orders.csv. */
  readonly file: 'spaces.csv' | 'orders.csv' | 'payments.csv' | 'statement.csv';
  /** Parameters of the URL, such as the days of a period. */
  readonly params?: Readonly<Record<string, string>>;
  readonly label: string;
}

/** A button that downloads a list as a CSV file. A file that was cut off is not saved. */
export function CsvDownload({ file, params = {}, label }: CsvDownloadProps) {
  const text = useText();
  const translated = useTranslatedRefusal();
  const { number } = useFormats();
  const [kilobytes, setKilobytes] = useState<number>();
  const [problem, setProblem] = useState<string>();
  const isPending = kilobytes !== undefined;
  const download = async () => {
    if (isPending) return;
    setProblem(undefined);
    setKilobytes(0);
    try {
      const response = await fetch(`${basePath}/exports/${file}?${new URLSearchParams(params)}`, {
        headers: requestHeaders(),
        credentials: 'same-origin',
      });
      if (!response.ok) throw new ExportRefused(await refusalIn(response));
      save(file, await readAll(response, (bytes) => setKilobytes(Math.ceil(bytes / 1_000))));
    } catch (error) {
      const refusal = error instanceof ExportRefused ? error.refusal : undefined;
      setProblem(refusal ? translated(refusal).message : text('csv.failed'));
    }
    setKilobytes(undefined);
  };
  return (
    <div className="stack stack--small">
      <Button onPress={() => void download()} isPending={isPending}>
        {label}
      </Button>
      {isPending && <p className="muted small">{text('csv.progress', { size: number(kilobytes) })}</p>}
      {problem && (
        <p role="alert" className="field__problem small">
          {problem}
        </p>
      )}
    </div>
  );
}

/** The server has answered with an error; without `refusal`, it is not one of the API. */
class ExportRefused extends Error {
  readonly refusal: Refused | undefined;
  constructor(refusal: Refused | undefined) {
    super(refusal?.message);
    this.refusal = refusal;
  }
}

async function refusalIn(response: Response): Promise<Refused | undefined> {
  const body = await response.json().catch(() => undefined);
  const [error] = body?.errors ?? [];
  return error && { code: String(error.extensions?.code), message: String(error.message) };
}

/** Reads a response to its end, and reports how much has come. @throws if the connection is lost before */
async function readAll(response: Response, onProgress: (bytes: number) => void): Promise<Blob> {
  const chunks: BlobPart[] = [];
  let bytes = 0;
  const reader = response.body?.getReader();
  for (let part = await reader?.read(); part?.value; part = await reader?.read()) {
    chunks.push(part.value);
    bytes += part.value.length;
    onProgress(bytes);
  }
  return new Blob(chunks, { type: 'text/csv' });
}

function save(name: string, content: Blob): void {
  const url = URL.createObjectURL(content);
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  // The browser reads the content after this function has ended.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
