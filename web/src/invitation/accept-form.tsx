import { useNavigate } from '@tanstack/react-router';
import { useCallback, useState } from 'react';
import { useApiMutation } from '../api/use-api.ts';
import { paths } from '../app/paths.ts';
import { AcceptInvitationDocument, UpdatePersonDocument } from '../generated/graphql.ts';
import { useLanguage } from '../i18n/intl-root.tsx';
import { apiLanguages } from '../i18n/languages.ts';
import { useText } from '../i18n/use-text.ts';
import { usePerson, useSession } from '../session/session-context.tsx';
import { toast } from '../ui/announcer.tsx';
import { Form, useSubmission } from '../ui/form.tsx';
import { TextField } from '../ui/text-field.tsx';
import { useIdempotencyKey } from '../ui/use-idempotency-key.ts';

interface AcceptFormProps {
  readonly token: string;
  readonly account: { readonly id: string; readonly name: string };
  readonly onRefused: () => void;
}

/** Accepts an invitation. A person without an account is new, and is asked for a name. */
export function AcceptForm({ token, account, onRefused }: AcceptFormProps) {
  const text = useText();
  const navigate = useNavigate();
  const session = useSession();
  const person = usePerson();
  const { language } = useLanguage();
  const isNew = person.memberships.length === 0;
  const [name, setName] = useState(person.name);
  const idempotencyKey = useIdempotencyKey();
  const update = useApiMutation(UpdatePersonDocument);
  const accept = useApiMutation(AcceptInvitationDocument);
  const { submit, ...state } = useSubmission(
    useCallback(async () => {
      if (isNew) {
        const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
        const { refusal } = await update({ input: { name, language: apiLanguages[language], timeZone } });
        if (refusal) return { refusal };
      }
      const outcome = await accept({ input: { token, idempotencyKey } });
      if (outcome.refusal?.code.startsWith('INVITATION_')) onRefused();
      return outcome;
    }, [isNew, name, language, token, idempotencyKey, update, accept, onRefused]),
  );
  const send = async () => {
    if (!(await submit())) return;
    await session.switchAccount(account.id);
    await navigate({ to: paths.orders, replace: true });
    toast(text('invitation.accepted', { account: account.name }));
  };
  return (
    <Form {...state} onSubmit={send} submitLabel={text('invitation.join', { account: account.name })}>
      {isNew && (
        <TextField
          name="name"
          autoComplete="name"
          isRequired
          label={text('newAccount.personName')}
          description={text('newAccount.personNameHelp')}
          value={name}
          onChange={setName}
        />
      )}
    </Form>
  );
}
