import { Link } from '@tanstack/react-router';
import { useCallback, useState } from 'react';
import { useApiMutation } from '../../api/use-api.ts';
import { paths } from '../../app/paths.ts';
import {
  ArchiveSpaceDocument,
  type EditedSpaceViewFragment,
  ListSpaceDocument,
  UnlistSpaceDocument,
} from '../../generated/graphql.ts';
import { useText } from '../../i18n/use-text.ts';
import { toast } from '../../ui/announcer.tsx';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Form, useSubmission } from '../../ui/form.tsx';

/** The status of a space, and the buttons that change it. */
export function StatusPanel({ space: { id, status, options } }: { readonly space: EditedSpaceViewFragment }) {
  const text = useText();
  const [isArchiving, setIsArchiving] = useState(false);
  const isListed = status === 'LISTED';
  const list = useApiMutation(ListSpaceDocument);
  const unlist = useApiMutation(UnlistSpaceDocument);
  const { submit, ...state } = useSubmission(
    useCallback(() => (isListed ? unlist : list)({ input: { spaceId: id } }), [isListed, list, unlist, id]),
  );
  const send = async () => {
    if (await submit()) toast(text(isListed ? 'editor.unlisted' : 'editor.listed'));
  };
  return (
    <section className="card stack" aria-labelledby="status">
      <h2 id="status">{text('selling.status')}</h2>
      <p>{text(`editor.status.${status}`)}</p>
      {!isListed && options.length === 0 && (
        <p>{text('selling.missing', { things: text('selling.missing.option') })}</p>
      )}
      {isListed && (
        <p>
          <Link to={paths.space} params={{ spaceId: id }}>
            {text('selling.see')}
          </Link>
        </p>
      )}
      <Form
        {...state}
        onSubmit={send}
        submitLabel={text(isListed ? 'editor.unlist' : 'editor.list')}
        actions={
          <Button variant="danger" onPress={() => setIsArchiving(true)}>
            {text('editor.archive')}
          </Button>
        }
      />
      <Dialog title={text('editor.archive')} isOpen={isArchiving} onClose={() => setIsArchiving(false)}>
        <ArchiveForm spaceId={id} onClose={() => setIsArchiving(false)} />
      </Dialog>
    </section>
  );
}

function ArchiveForm({ spaceId, onClose }: { readonly spaceId: string; readonly onClose: () => void }) {
  const text = useText();
  const archive = useApiMutation(ArchiveSpaceDocument);
  const { submit, ...state } = useSubmission(useCallback(() => archive({ input: { spaceId } }), [archive, spaceId]));
  const send = async () => {
    if (await submit()) onClose();
  };
  return (
    <Form
      {...state}
      isDanger
      onSubmit={send}
      submitLabel={text('editor.archiveConfirm')}
      actions={<Button onPress={onClose}>{text('common.cancel')}</Button>}
    >
      <p>{text('editor.archiveText')}</p>
    </Form>
  );
}
