import { useCallback, useEffect, useRef, useState } from 'react';
import type { Outcome } from '../api/use-api.ts';
import { useText } from '../i18n/use-text.ts';
import { toast } from '../ui/announcer.tsx';
import { Button } from '../ui/button.tsx';
import { Form, useSubmission } from '../ui/form.tsx';
import { TextField } from '../ui/text-field.tsx';

interface EmailChangeProps<Confirmed> {
  readonly title: string;
  /** The use of the address. */
  readonly description: string;
  readonly current: string | null | undefined;
  /** Mails a code to the new address. */
  readonly request: (newEmail: string) => Promise<Outcome<{ readonly sentTo: string }>>;
  /** Changes the address with the code. */
  readonly confirm: (code: string) => Promise<Outcome<Confirmed>>;
  readonly onChanged: () => unknown;
}

/** The change of an address: the new one, then the code that was mailed to it. */
export function EmailChange<Confirmed>({
  title,
  description,
  current,
  request,
  confirm,
  onChanged,
}: EmailChangeProps<Confirmed>) {
  const text = useText();
  const [sentTo, setSentTo] = useState<string>();
  const heading = useRef<HTMLHeadingElement>(null);
  const changed = async () => {
    setSentTo(undefined);
    toast(text('settings.emailChanged'));
    heading.current?.focus();
    await onChanged();
  };
  return (
    <section className="stack" aria-label={title}>
      <h2 ref={heading} tabIndex={-1}>
        {title}
      </h2>
      <p className="muted">{description}</p>
      <p>{text('settings.currentEmail', { address: current ?? '' })}</p>
      {sentTo === undefined ? (
        <NewAddressForm request={request} onSent={setSentTo} />
      ) : (
        <ChangeCodeForm sentTo={sentTo} confirm={confirm} onChanged={changed} onCancel={() => setSentTo(undefined)} />
      )}
    </section>
  );
}

interface NewAddressFormProps extends Pick<EmailChangeProps<unknown>, 'request'> {
  readonly onSent: (address: string) => void;
}

function NewAddressForm({ request, onSent }: NewAddressFormProps) {
  const text = useText();
  const [newEmail, setNewEmail] = useState('');
  const { submit, ...state } = useSubmission(useCallback(() => request(newEmail), [request, newEmail]));
  const send = async () => {
    const result = await submit();
    if (result) onSent(result.sentTo);
  };
  return (
    <Form {...state} onSubmit={send} submitLabel={text('signIn.sendCode')}>
      <TextField
        name="newEmail"
        type="email"
        inputMode="email"
        autoComplete="email"
        isRequired
        label={text('settings.newEmail')}
        value={newEmail}
        onChange={setNewEmail}
      />
    </Form>
  );
}

interface ChangeCodeFormProps<Confirmed> extends Pick<EmailChangeProps<Confirmed>, 'confirm'> {
  readonly sentTo: string;
  readonly onChanged: () => Promise<void>;
  readonly onCancel: () => void;
}

function ChangeCodeForm<Confirmed>({ sentTo, confirm, onChanged, onCancel }: ChangeCodeFormProps<Confirmed>) {
  const text = useText();
  const [code, setCode] = useState('');
  const { submit, ...state } = useSubmission(useCallback(() => confirm(code), [confirm, code]));
  const introduction = useRef<HTMLParagraphElement>(null);
  // The form replaces the one before, which had the focus.
  useEffect(() => introduction.current?.focus(), []);
  const send = async () => {
    if (await submit()) await onChanged();
  };
  return (
    <Form
      {...state}
      onSubmit={send}
      submitLabel={text('settings.changeEmail')}
      actions={
        <Button variant="quiet" onPress={onCancel}>
          {text('common.cancel')}
        </Button>
      }
    >
      <p ref={introduction} tabIndex={-1}>
        {text('signIn.codeSent', { address: sentTo })}
      </p>
      <TextField
        name="code"
        inputMode="numeric"
        autoComplete="one-time-code"
        isRequired
        label={text('signIn.code')}
        value={code}
        onChange={setCode}
      />
    </Form>
  );
}
