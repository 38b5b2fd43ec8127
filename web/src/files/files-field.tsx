import { useState } from 'react';
import type { Refused } from '../api/use-api.ts';
import type { FilePurpose } from '../generated/graphql.ts';
import { useFormats } from '../i18n/formats.ts';
import { type TextOf, useText } from '../i18n/use-text.ts';
import { Button } from '../ui/button.tsx';
import { Field, type FieldProps } from '../ui/field.tsx';
import { refusalText } from '../ui/form.tsx';
import { type UploadedFile, useUpload } from './use-upload.ts';

interface FilesFieldProps extends FieldProps {
  readonly files: readonly UploadedFile[];
  readonly onChange: (change: (files: readonly UploadedFile[]) => readonly UploadedFile[]) => void;
  readonly maxCount: number;
  /** The media types that can be chosen. */
  readonly accept: string;
  /** The purpose of the files; the content of ads and orders if absent. */
  readonly purpose?: FilePurpose;
}

export const imageTypes = 'image/png,image/jpeg,image/gif,image/webp';

/** True for a photo in the format HEIC, which phones take and browsers do not show. Some browsers do not know its type. */
const isHeic = ({ name, type }: File): boolean => /^image\/hei[cf]/.test(type) || /\.hei[cf]$/i.test(name);

/** A field for files, which are uploaded as soon as they are chosen. */
export function FilesField({ files, onChange, maxCount, accept, purpose, ...field }: FilesFieldProps) {
  const text = useText();
  const { percent } = useFormats();
  const upload = useUpload(purpose);
  const [sent, setSent] = useState<number>();
  const [problem, setProblem] = useState<string>();
  const add = async (chosen: readonly File[]) => {
    setProblem(undefined);
    for (const file of chosen.slice(0, maxCount - files.length)) {
      if (isHeic(file)) {
        setProblem(text('files.refused', { name: file.name, reason: text('files.heic') }));
        continue;
      }
      setSent(0);
      const { result, refusal } = await upload(file, setSent);
      if (refusal) setProblem(text('files.refused', { name: file.name, reason: reasonOf(text, refusal) }));
      else onChange((before) => [...before, result]);
    }
    setSent(undefined);
  };
  return (
    <div className="stack stack--small">
      <Field {...field}>
        {(control) => (
          <input
            {...control}
            type="file"
            accept={accept}
            multiple={maxCount > 1}
            disabled={sent !== undefined || files.length >= maxCount}
            onChange={({ target }) => {
              void add([...(target.files ?? [])]);
              target.value = '';
            }}
          />
        )}
      </Field>
      <p role="status" className="muted small">
        {sent !== undefined && text('files.sending', { part: percent(Math.round(sent * 100)) })}
      </p>
      {problem && (
        <p role="alert" className="field__problem small">
          {problem}
        </p>
      )}
      <ul className="plain-list stack stack--small">
        {files.map(({ fileId, name }) => (
          <li key={fileId} className="row">
            <span dir="auto">{name}</span>
            <Button
              variant="quiet"
              onPress={() => onChange((before) => before.filter((one) => one.fileId !== fileId))}
              aria-label={text('files.remove', { name })}
            >
              {text('common.remove')}
            </Button>
          </li>
        ))}
      </ul>
    </div>
  );
}

/** The reason for which a file was refused. The fields of its upload are none of the form. */
function reasonOf(text: TextOf, refusal: Refused): string {
  const fields = new Set(refusal.problems?.map(({ field }) => field));
  if (fields.has('mediaType')) return text('files.wrongType');
  return fields.has('sizeBytes') ? text('files.wrongSize') : refusalText(text, refusal);
}
