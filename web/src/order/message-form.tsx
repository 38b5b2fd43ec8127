import { type FormEvent, type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { useApiMutation } from '../api/use-api.ts';
import { FilesField } from '../files/files-field.tsx';
import type { UploadedFile } from '../files/use-upload.ts';
import { UpdateTypingStatusDocument } from '../generated/graphql.ts';
import { useText } from '../i18n/use-text.ts';
import { Button } from '../ui/button.tsx';
import { inputLimits } from '../ui/input-limits.ts';
import { TextField } from '../ui/text-field.tsx';
import type { Entry } from './use-timeline.ts';

interface MessageFormProps {
  readonly orderId: string;
  readonly replyTo: Entry | undefined;
  readonly onCancelReply: () => void;
  readonly onSend: (message: { readonly text: string; readonly attachments: readonly string[] }) => void;
}

/** Typing is reported again after this time, before the server lets it expire. */
const typingMs = 3_000;
const attachmentTypes = 'image/png,image/jpeg,image/gif,image/webp,application/pdf';

/** The form for a message. Enter sends it, Shift and Enter begin a line. */
export function MessageForm({ orderId, replyTo, onCancelReply, onSend }: MessageFormProps) {
  const text = useText();
  const [words, setWords] = useState('');
  const [files, setFiles] = useState<readonly UploadedFile[]>([]);
  const reportTyping = useTypingReport(orderId);
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    if (replyTo) form.current?.querySelector('textarea')?.focus();
  }, [replyTo]);
  const send = (event?: FormEvent) => {
    event?.preventDefault();
    if (words.trim() === '' && files.length === 0) return;
    onSend({ text: words, attachments: files.map(({ fileId }) => fileId) });
    setWords('');
    setFiles([]);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return;
    event.preventDefault();
    send();
  };
  return (
    <form ref={form} className="stack stack--small" onSubmit={send}>
      {replyTo && (
        <div className="row">
          <span dir="auto">{text('chat.replyingTo', { text: replyTo.message?.text ?? '' })}</span>
          <Button variant="quiet" onPress={onCancelReply}>
            {text('common.cancel')}
          </Button>
        </div>
      )}
      <TextField
        name="text"
        isRequired
        isMultiline
        maxLength={inputLimits.messageCharacters}
        label={text('chat.message')}
        value={words}
        onKeyDown={onKeyDown}
        onChange={(typed) => {
          setWords(typed);
          reportTyping();
        }}
      />
      <details>
        <summary>{text('chat.attach')}</summary>
        <FilesField
          name="attachments"
          label={text('chat.files')}
          files={files}
          onChange={setFiles}
          maxCount={inputLimits.attachmentsPerMessage}
          accept={attachmentTypes}
        />
      </details>
      <div>
        <Button type="submit" variant="primary">
          {text('chat.send')}
        </Button>
      </div>
    </form>
  );
}

/** Returns the function that reports that the viewer is typing, at most every few seconds. */
function useTypingReport(orderId: string): () => void {
  const update = useApiMutation(UpdateTypingStatusDocument);
  const lastAt = useRef(Number.NEGATIVE_INFINITY);
  return () => {
    if (performance.now() - lastAt.current < typingMs) return;
    lastAt.current = performance.now();
    void update({ input: { orderId, isTyping: true } });
  };
}
