import { useCallback, useEffect, useState } from 'react';
import { useApiMutation } from '../api/use-api.ts';
import { DeleteMessageDocument, type MessageViewFragment, UpdateMessageDocument } from '../generated/graphql.ts';
import { useText } from '../i18n/use-text.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { Form, useSubmission } from '../ui/form.tsx';
import { inputLimits } from '../ui/input-limits.ts';
import { TextField } from '../ui/text-field.tsx';
import { useIdempotencyKey } from '../ui/use-idempotency-key.ts';

/** The API refuses later changes: what was read for a while stays. */
const changeableMs = 15 * 60_000;

interface MessageToolsProps {
  readonly message: MessageViewFragment;
  readonly isOwn: boolean;
  readonly onReply: () => void;
}

/** The buttons of a message: to answer it and, for its author and for a while, to edit and to delete it. */
export function MessageTools({ message, isOwn, onReply }: MessageToolsProps) {
  const text = useText();
  const isRecent = useIsRecent(message.createdAt);
  const [open, setOpen] = useState<'edit' | 'delete'>();
  const close = () => setOpen(undefined);
  return (
    <div className="row entry__tools">
      <Button variant="quiet" onPress={onReply}>
        {text('chat.reply')}
      </Button>
      {isOwn && isRecent && (
        <>
          <Button variant="quiet" onPress={() => setOpen('edit')}>
            {text('chat.edit')}
          </Button>
          <Button variant="quiet" onPress={() => setOpen('delete')}>
            {text('chat.delete')}
          </Button>
        </>
      )}
      <Dialog title={text('chat.editTitle')} isOpen={open === 'edit'} onClose={close}>
        <EditForm message={message} onClose={close} />
      </Dialog>
      <Dialog title={text('chat.deleteTitle')} isOpen={open === 'delete'} onClose={close}>
        <DeleteForm message={message} onClose={close} />
      </Dialog>
    </div>
  );
}

interface ChangeFormProps {
  readonly message: MessageViewFragment;
  readonly onClose: () => void;
}

function EditForm({ message, onClose }: ChangeFormProps) {
  const text = useText();
  const [words, setWords] = useState(message.text);
  const idempotencyKey = useIdempotencyKey();
  const update = useApiMutation(UpdateMessageDocument);
  const { submit, isPending, refusal } = useSubmission(
    useCallback(
      () => update({ input: { messageId: message.id, text: words, idempotencyKey } }),
      [update, message.id, words, idempotencyKey],
    ),
  );
  const send = async () => {
    if (await submit()) onClose();
  };
  return (
    <Form
      onSubmit={send}
      isPending={isPending}
      refusal={refusal}
      submitLabel={text('common.save')}
      actions={<Button onPress={onClose}>{text('common.cancel')}</Button>}
    >
      <TextField
        name="text"
        isRequired
        isMultiline
        maxLength={inputLimits.messageCharacters}
        label={text('chat.newText')}
        value={words}
        onChange={setWords}
      />
    </Form>
  );
}

function DeleteForm({ message, onClose }: ChangeFormProps) {
  const text = useText();
  const idempotencyKey = useIdempotencyKey();
  const remove = useApiMutation(DeleteMessageDocument);
  const { submit, isPending, refusal } = useSubmission(
    useCallback(
      () => remove({ input: { messageId: message.id, idempotencyKey } }),
      [remove, message.id, idempotencyKey],
    ),
  );
  const send = async () => {
    if (await submit()) onClose();
  };
  return (
    <Form
      onSubmit={send}
      isPending={isPending}
      refusal={refusal}
      submitLabel={text('chat.delete')}
      isDanger
      actions={<Button onPress={onClose}>{text('common.cancel')}</Button>}
    >
      <p>{text('chat.deleteHelp')}</p>
      <blockquote className="entry__quote preserve" dir="auto">
        {message.text}
      </blockquote>
    </Form>
  );
}

/** True until the message can no longer be changed. */
function useIsRecent(createdAt: string): boolean {
  const endsAt = Date.parse(createdAt) + changeableMs;
  const [isRecent, setIsRecent] = useState(() => Date.now() < endsAt);
  useEffect(() => {
    if (Date.now() >= endsAt) return;
    const timer = setTimeout(() => setIsRecent(false), endsAt - Date.now());
    return () => clearTimeout(timer);
  }, [endsAt]);
  return isRecent;
}
