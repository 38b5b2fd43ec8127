import { useNavigate, useSearch } from '@tanstack/react-router';
import { useCallback, useState } from 'react';
import { useApiMutation } from '../api/use-api.ts';
import { paths } from '../app/paths.ts';
import { useMarketplaceName } from '../brand/brand-context.tsx';
import { CreateAccountDocument, UpdatePersonDocument } from '../generated/graphql.ts';
import { useLanguage } from '../i18n/intl-root.tsx';
import { apiLanguages } from '../i18n/languages.ts';
import { useText } from '../i18n/use-text.ts';
import { usePerson, useSession } from '../session/session-context.tsx';
import { Form, useSubmission } from '../ui/form.tsx';
import { Page } from '../ui/page.tsx';
import { TextField } from '../ui/text-field.tsx';
import { useIdempotencyKey } from '../ui/use-idempotency-key.ts';
import { OpenInvitations } from './open-invitations.tsx';

/** The name of a new person, and an account for the person: a new one, or one that has invited the person. */
export function NewAccountPage() {
  const text = useText();
  const marketplace = useMarketplaceName();
  const navigate = useNavigate();
  const { from = paths.home } = useSearch({ from: paths.newAccount });
  const session = useSession();
  const person = usePerson();
  const { language } = useLanguage();
  const isFirst = person.memberships.length === 0;
  const [name, setName] = useState(person.name);
  const [accountName, setAccountName] = useState('');
  const [paymentInstructions, setPaymentInstructions] = useState('');
  const idempotencyKey = useIdempotencyKey();
  const updatePerson = useApiMutation(UpdatePersonDocument);
  const createAccount = useApiMutation(CreateAccountDocument);
  const { submit, ...state } = useSubmission(
    useCallback(async () => {
      // E-mails come in the language of the page, and times in the zone of the browser, until the person changes that.
      const settings = { name, language: apiLanguages[language], timeZone: browserZone() };
      const updated = isFirst ? await updatePerson({ input: settings }) : undefined;
      // The field of the person's name has a name of its own here, since both inputs call theirs `name`.
      if (updated?.refusal) return { refusal: renamed(updated.refusal) };
      const input = { name: accountName, paymentInstructions: paymentInstructions || undefined, idempotencyKey };
      return createAccount({ input });
    }, [isFirst, name, language, accountName, paymentInstructions, idempotencyKey, updatePerson, createAccount]),
  );
  const open = async (accountId: string) => {
    await session.switchAccount(accountId);
    await navigate({ href: from, replace: true });
  };
  const send = async () => {
    const result = await submit();
    if (result) await open(result.id);
  };
  return (
    <Page title={isFirst ? text('newAccount.welcome', { marketplace }) : text('newAccount.title')} isNarrow>
      <OpenInvitations onAccepted={open} />
      <Form {...state} onSubmit={send} submitLabel={text('newAccount.submit')}>
        <p>{text('newAccount.introduction')}</p>
        {isFirst && (
          <TextField
            name="personName"
            autoComplete="name"
            isRequired
            label={text('newAccount.personName')}
            description={text('newAccount.personNameHelp')}
            value={name}
            onChange={setName}
          />
        )}
        <TextField
          name="name"
          autoComplete="organization"
          isRequired
          label={text('newAccount.name')}
          value={accountName}
          onChange={setAccountName}
        />
        <TextField
          name="paymentInstructions"
          isMultiline
          label={text('newAccount.paymentInstructions')}
          description={text('newAccount.paymentInstructionsHelp')}
          value={paymentInstructions}
          onChange={setPaymentInstructions}
        />
      </Form>
    </Page>
  );
}

const browserZone = (): string => Intl.DateTimeFormat().resolvedOptions().timeZone;

const renamed = <R extends { readonly problems?: readonly { field: string; message: string }[] }>(refusal: R): R => ({
  ...refusal,
  problems: refusal.problems?.map(({ message }) => ({ field: 'personName', message })),
});
