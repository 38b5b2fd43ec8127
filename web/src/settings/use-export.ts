import { useCallback, useState } from 'react';
import { useClient } from 'urql';
import { operation } from '../api/operations.ts';
import { useTranslatedRefusal } from '../api/refusal-text.ts';
import { refusalOf } from '../api/use-api.ts';
import { PersonalDataDocument } from '../generated/graphql.ts';
import { useText } from '../i18n/use-text.ts';
import { refusalText } from '../ui/form.tsx';

type Sections = Record<string, unknown[]>;

export interface DataExport {
  /** Reads all pages of the export, and saves them as a file. */
  download(): Promise<void>;
  /** The number of records that were read, while it runs. */
  readonly count: number | undefined;
  readonly problem: string | undefined;
}

/** The export of what is stored about the person, as one file with this name. */
export function useExport(fileName: string): DataExport {
  const text = useText();
  const client = useClient();
  const translated = useTranslatedRefusal();
  const [count, setCount] = useState<number>();
  const [problem, setProblem] = useState<string>();
  const download = useCallback(async () => {
    if (count !== undefined) return;
    setProblem(undefined);
    setCount(0);
    const sections: Sections = {};
    let after: string | null | undefined;
    do {
      const variables = { after: after ?? null };
      const { data, error } = await client
        .query(operation(PersonalDataDocument), variables, { requestPolicy: 'network-only' })
        .toPromise();
      if (!data) {
        setCount(undefined);
        return setProblem(refusalText(text, translated(refusalOf(error))));
      }
      for (const [name, records] of Object.entries<unknown[]>(JSON.parse(data.exportPersonalData.document)))
        sections[name] = [...(sections[name] ?? []), ...records];
      setCount(Object.values(sections).reduce((sum, records) => sum + records.length, 0));
      after = data.exportPersonalData.endCursor;
    } while (after);
    save(fileName, JSON.stringify(sections, null, 2));
    setCount(undefined);
  }, [client, count, fileName, text, translated]);
  return { download, count, problem };
}

/** Has the browser save a text as a file. */
function save(fileName: string, content: string): void {
  const url = URL.createObjectURL(new Blob([content], { type: 'application/json' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = fileName;
  link.click();
  URL.revokeObjectURL(url);
}
