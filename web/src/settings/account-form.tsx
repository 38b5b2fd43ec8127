import { useCallback, useState } from 'react';
import { useApiMutation } from '../api/use-api.ts';
import { FilesField, imageTypes } from '../files/files-field.tsx';
import type { UploadedFile } from '../files/use-upload.ts';
import { type AccountSettingsViewFragment, UpdateAccountDocument } from '../generated/graphql.ts';
import { timeZoneOptions } from '../i18n/time-zones.ts';
import { useText } from '../i18n/use-text.ts';
import { useSession } from '../session/session-context.tsx';
import { toast } from '../ui/announcer.tsx';
import { ChoiceField } from '../ui/choice-field.tsx';
import { Form, useSubmission } from '../ui/form.tsx';
import { basisPointsIn, percentProblem, percentText } from '../ui/percent.ts';
import { SelectField } from '../ui/select-field.tsx';
import { TextField } from '../ui/text-field.tsx';

type TextName = 'legalName' | 'address' | 'taxId' | 'website' | 'phone' | 'about';

/** The texts of an account that may be empty. */
const textFields = [
  { name: 'legalName', label: 'settings.legalName', autoComplete: 'organization' },
  { name: 'address', label: 'settings.address', isMultiline: true },
  { name: 'taxId', label: 'settings.taxId' },
  { name: 'website', label: 'settings.website', type: 'url', autoComplete: 'url' },
  { name: 'phone', label: 'settings.phone', type: 'tel', autoComplete: 'tel' },
  { name: 'about', label: 'settings.about', isMultiline: true },
] as const;

/** The form of an account: its public profile, and the texts of its receipts. */
export function AccountForm({ account }: { readonly account: AccountSettingsViewFragment }) {
  const text = useText();
  const session = useSession();
  const { logo } = account;
  const [name, setName] = useState(account.name);
  const [paymentInstructions, setPaymentInstructions] = useState(account.paymentInstructions ?? '');
  const [taxRate, setTaxRate] = useState(percentText(account.taxBasisPoints));
  const [pricesIncludeTax, setPricesIncludeTax] = useState(account.pricesIncludeTax);
  const [timeZone, setTimeZone] = useState(account.timeZone);
  const [texts, setTexts] = useState<Readonly<Partial<Record<TextName, string>>>>({});
  const [logos, setLogos] = useState<readonly UploadedFile[]>(logo ? [{ fileId: logo.id, name: logo.name }] : []);
  const update = useApiMutation(UpdateAccountDocument);
  const { submit, ...state } = useSubmission(
    useCallback(async () => {
      const refusal = percentProblem('taxBasisPoints', taxRate, text('form.percentProblem'));
      if (refusal) return { refusal };
      // An empty text becomes null, which clears the field.
      const changed = Object.fromEntries(Object.entries(texts).map(([field, value]) => [field, value || null]));
      const logoFileId = logos[0]?.fileId ?? null;
      const isSameLogo = logoFileId === (logo?.id ?? null);
      return update({
        input: {
          name,
          timeZone,
          taxBasisPoints: basisPointsIn(taxRate),
          pricesIncludeTax,
          paymentInstructions: paymentInstructions || null,
          ...changed,
          ...(isSameLogo ? {} : { logoFileId }),
        },
      });
    }, [update, text, name, timeZone, taxRate, pricesIncludeTax, paymentInstructions, texts, logos, logo]),
  );
  const send = async () => {
    if (!(await submit())) return;
    toast(text('settings.accountSaved'));
    await session.refresh();
  };
  return (
    <Form {...state} onSubmit={send} submitLabel={text('common.save')}>
      <TextField name="name" isRequired label={text('newAccount.name')} value={name} onChange={setName} />
      {textFields.map(({ label, ...field }) => (
        <TextField
          key={field.name}
          {...field}
          label={text(label)}
          value={texts[field.name] ?? account[field.name] ?? ''}
          onChange={(value) => setTexts({ ...texts, [field.name]: value })}
        />
      ))}
      <TextField
        name="paymentInstructions"
        isMultiline
        label={text('newAccount.paymentInstructions')}
        description={text('newAccount.paymentInstructionsHelp')}
        value={paymentInstructions}
        onChange={setPaymentInstructions}
      />
      <TextField
        name="taxBasisPoints"
        isRequired
        inputMode="decimal"
        label={text('settings.taxRate')}
        description={text('settings.taxRateHelp')}
        value={taxRate}
        onChange={setTaxRate}
      />
      <ChoiceField
        name="pricesIncludeTax"
        isRequired
        label={text('settings.prices')}
        value={pricesIncludeTax ? 'gross' : 'net'}
        options={(['gross', 'net'] as const).map((value) => ({ value, label: text(`settings.prices.${value}`) }))}
        onChange={(value) => setPricesIncludeTax(value === 'gross')}
      />
      <SelectField
        name="timeZone"
        isRequired
        label={text('settings.timeZone')}
        description={text('settings.accountTimeZoneHelp')}
        value={timeZone}
        options={timeZoneOptions(account.timeZone)}
        onChange={setTimeZone}
      />
      {logo && logos[0]?.fileId === logo.id && <img src={logo.url} alt="" className="settings__logo" />}
      <FilesField
        name="logoFileId"
        label={text('settings.logo')}
        description={text('settings.logoHelp')}
        accept={imageTypes}
        purpose="ACCOUNT_LOGO"
        maxCount={1}
        files={logos}
        onChange={setLogos}
      />
    </Form>
  );
}
