import { useNavigate } from '@tanstack/react-router';
import { useCallback, useState } from 'react';
import { useApiMutation } from '../api/use-api.ts';
import { paths } from '../app/paths.ts';
import { CloseAccountDocument } from '../generated/graphql.ts';
import { useText } from '../i18n/use-text.ts';
import { useSession } from '../session/session-context.tsx';
import { toast } from '../ui/announcer.tsx';
import { Form, useSubmission } from '../ui/form.tsx';
import { Notice } from '../ui/notice.tsx';
import { TextField } from '../ui/text-field.tsx';
import { SettingsFrame } from './settings-frame.tsx';
import { useRights } from './use-rights.ts';

/** The end of an account, for its owners. */
export function CloseAccountPage() {
  const text = useText();
  const { account, isOwner } = useRights();
  return (
    <SettingsFrame title={text('settings.closeAccount')}>
      {account.isOperator ? (
        <Notice>{text('settings.operatorStays')}</Notice>
      ) : isOwner ? (
        <CloseAccountForm />
      ) : (
        <Notice>{text('settings.ownersClose')}</Notice>
      )}
    </SettingsFrame>
  );
}

function CloseAccountForm() {
  const text = useText();
  const navigate = useNavigate();
  const session = useSession();
  const { account } = useRights();
  const [confirmation, setConfirmation] = useState('');
  const close = useApiMutation(CloseAccountDocument);
  const { submit, ...state } = useSubmission(
    useCallback(async () => {
      if (confirmation.trim() === account.name.trim()) return close({ input: { accountId: account.id } });
      const problem = { field: 'confirmation', message: text('settings.confirmationDiffers') };
      return { refusal: { code: 'INPUT_INVALID', message: problem.message, problems: [problem] } };
    }, [close, confirmation, account, text]),
  );
  const send = async () => {
    if (!(await submit())) return;
    await session.refresh();
    await navigate({ to: paths.home, replace: true });
    toast(text('settings.accountClosed', { account: account.name }));
  };
  return (
    <Form {...state} isDanger onSubmit={send} submitLabel={text('settings.closeAccountForEver')}>
      <p>{text('settings.closeAccountHelp')}</p>
      <p>{text('settings.closeAccountOrders')}</p>
      <TextField
        name="confirmation"
        isRequired
        label={text('settings.confirmName', { account: account.name })}
        value={confirmation}
        onChange={setConfirmation}
      />
    </Form>
  );
}
