import { useState } from 'react';
import { type Refused, useApiMutation } from '../../api/use-api.ts';
import { FilesField, imageTypes } from '../../files/files-field.tsx';
import type { UploadedFile } from '../../files/use-upload.ts';
import {
  AddSpacePictureDocument,
  type EditedSpaceViewFragment,
  RemoveSpacePictureDocument,
  ReorderSpacePicturesDocument,
} from '../../generated/graphql.ts';
import { useText } from '../../i18n/use-text.ts';
import { ActionButton } from '../../ui/action-button.tsx';
import { announce } from '../../ui/announcer.tsx';
import { Button } from '../../ui/button.tsx';
import { refusalText } from '../../ui/form.tsx';
import { inputLimits } from '../../ui/input-limits.ts';

/** The pictures of a space: the first is shown in the catalogue. */
export function PicturesPanel({ space: { id: spaceId, pictures } }: { readonly space: EditedSpaceViewFragment }) {
  const text = useText();
  const [refusal, setRefusal] = useState<Refused>();
  const add = useApiMutation(AddSpacePictureDocument);
  const remove = useApiMutation(RemoveSpacePictureDocument);
  const reorder = useApiMutation(ReorderSpacePicturesDocument);
  const show = ({ refusal: refused }: { readonly refusal?: Refused | undefined }, done: string) => {
    setRefusal(refused);
    if (!refused) announce(done);
  };
  const addUploaded = async (change: (files: readonly UploadedFile[]) => readonly UploadedFile[]) => {
    const [file] = change([]);
    if (file) show(await add({ input: { spaceId, fileId: file.fileId } }), text('pictures.added', { name: file.name }));
  };
  const move = async (from: number, to: number) => {
    const fileIds = pictures.map(({ id }) => id);
    fileIds.splice(to, 0, ...fileIds.splice(from, 1));
    const place = { place: to + 1, count: fileIds.length };
    show(await reorder({ input: { spaceId, fileIds } }), text('pictures.place', place));
  };
  return (
    <section className="card stack" aria-labelledby="pictures">
      <h2 id="pictures">{text('pictures.title')}</h2>
      {pictures.length === 0 && <p>{text('pictures.empty')}</p>}
      <ol className="plain-list picture-list">
        {pictures.map(({ id, name, url }, index) => (
          <li key={id} className="stack stack--small">
            <img src={url} alt={name} />
            <p className="small" dir="auto">
              {text('pictures.place', { place: index + 1, count: pictures.length })}: {name}
            </p>
            <div className="row">
              <Button
                isDisabled={index === 0}
                onPress={() => void move(index, index - 1)}
                aria-label={text('pictures.earlierOf', { name })}
              >
                {text('pictures.earlier')}
              </Button>
              <Button
                isDisabled={index === pictures.length - 1}
                onPress={() => void move(index, index + 1)}
                aria-label={text('pictures.laterOf', { name })}
              >
                {text('pictures.later')}
              </Button>
              <ActionButton
                variant="danger"
                label={text('common.remove')}
                subject={name}
                description={text('pictures.removeHelp')}
                run={(idempotencyKey) => remove({ input: { spaceId, fileId: id, idempotencyKey } })}
                onDone={() => announce(text('pictures.removed', { name }))}
              />
            </div>
          </li>
        ))}
      </ol>
      {pictures.length < inputLimits.picturesPerSpace && (
        <FilesField
          name="fileId"
          isRequired
          label={text('pictures.add')}
          description={text('pictures.help')}
          files={[]}
          onChange={(change) => void addUploaded(change)}
          maxCount={1}
          accept={imageTypes}
        />
      )}
      <div role="alert" className="form__refusal">
        {refusal && (refusal.problems?.[0]?.message ?? refusalText(text, refusal))}
      </div>
    </section>
  );
}
