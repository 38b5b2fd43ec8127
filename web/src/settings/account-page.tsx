import { useCallback, useState } from 'react';
import { useApiMutation, useApiQuery } from '../api/use-api.ts';
import {
  AccountSettingsDocument,
  type AccountSettingsViewFragment,
  ConfirmContactEmailChangeDocument,
  RequestContactEmailChangeDocument,
  UpdateAccountSettingsDocument,
} from '../generated/graphql.ts';
import { useFormats } from '../i18n/formats.ts';
import { useText } from '../i18n/use-text.ts';
import { toast } from '../ui/announcer.tsx';
import { Checkbox } from '../ui/checkbox.tsx';
import { Details } from '../ui/details.tsx';
import { Form, useSubmission } from '../ui/form.tsx';
import { Notice } from '../ui/notice.tsx';
import { QueryView } from '../ui/query-view.tsx';
import { AccountForm } from './account-form.tsx';
import { EmailChange } from './email-change.tsx';
import { SettingsFrame } from './settings-frame.tsx';
import { useRights } from './use-rights.ts';

/** The account: what others see of it, what stands on receipts, and its e-mails. */
export function AccountPage() {
  const text = useText();
  const { account, mayEdit } = useRights();
  const query = useApiQuery(AccountSettingsDocument, { id: account.id }, { policy: 'network-only' });
  return (
    <SettingsFrame title={text('settings.account')}>
      <QueryView query={query}>
        {({ node }) =>
          node?.__typename === 'Account' &&
          (mayEdit ? <AccountSections account={node} /> : <AccountDetails account={node} />)
        }
      </QueryView>
    </SettingsFrame>
  );
}

interface AccountProps {
  readonly account: AccountSettingsViewFragment;
}

/** The account, for a role that changes nothing. */
function AccountDetails({ account }: AccountProps) {
  const text = useText();
  const { percent } = useFormats();
  return (
    <>
      <Notice>{text('settings.viewerReads')}</Notice>
      {account.logo && <img src={account.logo.url} alt={text('settings.logo')} className="settings__logo" />}
      <Details
        rows={[
          [text('newAccount.name'), account.name],
          [text('settings.legalName'), account.legalName],
          [text('settings.address'), account.address],
          [text('settings.taxId'), account.taxId],
          [text('settings.taxRate'), percent(account.taxBasisPoints / 100)],
          [text('settings.prices'), text(account.pricesIncludeTax ? 'settings.prices.gross' : 'settings.prices.net')],
          [text('settings.contactEmail'), account.contactEmail],
          [text('settings.phone'), account.phone],
          [text('settings.website'), account.website],
          [text('settings.about'), account.about],
          [text('newAccount.paymentInstructions'), account.paymentInstructions],
        ]}
      />
    </>
  );
}

function AccountSections({ account }: AccountProps) {
  const text = useText();
  const request = useApiMutation(RequestContactEmailChangeDocument);
  const confirm = useApiMutation(ConfirmContactEmailChangeDocument);
  return (
    <>
      <AccountForm account={account} />
      <EmailChange
        title={text('settings.contactEmail')}
        description={text('settings.contactEmailHelp')}
        current={account.contactEmail}
        request={useCallback((newEmail) => request({ input: { newEmail } }), [request])}
        confirm={useCallback((code) => confirm({ input: { code } }), [confirm])}
        onChanged={() => undefined}
      />
      <AdSetupForm account={account} />
    </>
  );
}

function AdSetupForm({ account }: AccountProps) {
  const text = useText();
  const [adSetupEmails, setAdSetupEmails] = useState(account.adSetupEmails ?? true);
  const update = useApiMutation(UpdateAccountSettingsDocument);
  const { submit, ...state } = useSubmission(
    useCallback(() => update({ input: { adSetupEmails } }), [update, adSetupEmails]),
  );
  const send = async () => {
    if (await submit()) toast(text('settings.saved'));
  };
  return (
    <section className="stack" aria-labelledby="ad-setup">
      <h2 id="ad-setup">{text('settings.adSetup')}</h2>
      <Form {...state} onSubmit={send} submitLabel={text('settings.saveAdSetup')}>
        <Checkbox isSelected={adSetupEmails} onChange={setAdSetupEmails}>
          {text('settings.adSetupEmails')}
        </Checkbox>
      </Form>
    </section>
  );
}
