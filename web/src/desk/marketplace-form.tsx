import { useCallback, useState } from 'react';
import { useApiMutation } from '../api/use-api.ts';
import { FilesField, imageTypes } from '../files/files-field.tsx';
import { type Language, type MarketplaceSettingsFragment, UpdateMarketplaceDocument } from '../generated/graphql.ts';
import { useFormats } from '../i18n/formats.ts';
import { languageNames } from '../i18n/languages.ts';
import { useText } from '../i18n/use-text.ts';
import { toast } from '../ui/announcer.tsx';
import { Checkbox } from '../ui/checkbox.tsx';
import { ChoiceField } from '../ui/choice-field.tsx';
import { Form, useFieldProblem, useSubmission } from '../ui/form.tsx';
import { percentProblem } from '../ui/percent.ts';
import { TextField } from '../ui/text-field.tsx';
import { inputOf, type SettingsValues, valuesOf } from './settings-values.ts';

const languages = [
  { language: 'EN', name: languageNames.en },
  { language: 'DE', name: languageNames.de },
] as const satisfies readonly { language: Language; name: string }[];

interface MarketplaceFormProps {
  readonly settings: MarketplaceSettingsFragment;
  readonly onSaved: () => void;
  /** Called if another operator has changed the settings since this revision. */
  readonly onConflict: (revision: number) => void;
}

/** The form of all settings. */
export function MarketplaceForm({ settings, onSaved, onConflict }: MarketplaceFormProps) {
  const text = useText();
  const { dateTime } = useFormats();
  const [values, setValues] = useState(() => valuesOf(settings));
  const [saved, setSaved] = useState(settings);
  const change = (next: Partial<SettingsValues>) => setValues((before) => ({ ...before, ...next }));
  const update = useApiMutation(UpdateMarketplaceDocument);
  const { submit, ...state } = useSubmission(
    useCallback(async () => {
      const refusal = percentProblem('feeBasisPoints', values.fee, text('form.percentProblem'));
      if (refusal) return { refusal };
      const expectedRevision = saved.revision ?? 0;
      const outcome = await update({ input: { ...inputOf(values, saved), expectedRevision } });
      if (outcome.refusal?.code === 'MARKETPLACE_CHANGED') onConflict(expectedRevision);
      return outcome;
    }, [update, values, saved, text, onConflict]),
  );
  const send = async () => {
    const result = await submit();
    if (!result) return;
    setSaved(result);
    setValues(valuesOf(result));
    toast(text('settings.saved'));
    onSaved();
  };
  const textField = (name: keyof SettingsValues & keyof typeof labels, type?: 'email' | 'url') => (
    <TextField
      name={name}
      type={type ?? 'text'}
      label={text(labels[name])}
      value={String(values[name])}
      onChange={(value) => change({ [name]: value })}
    />
  );
  return (
    <Form {...state} onSubmit={send} submitLabel={text('common.save')}>
      <TextField
        name="name"
        isRequired
        label={text('desk.name')}
        value={values.name}
        onChange={(name) => change({ name })}
      />
      <TextField
        name="primaryColor"
        isRequired
        type="color"
        label={text('desk.primaryColor')}
        description={text('desk.primaryColorHelp')}
        value={values.primaryColor}
        onChange={(primaryColor) => change({ primaryColor })}
      />
      <FilesField
        name="logoFileId"
        label={text('desk.logo')}
        purpose="MARKETPLACE_LOGO"
        accept={imageTypes}
        maxCount={1}
        files={values.logo}
        onChange={(next) => setValues((before) => ({ ...before, logo: next(before.logo) }))}
      />
      {textField('contactEmail', 'email')}
      {textField('senderName')}
      {textField('senderAddress', 'email')}
      <TextField
        name="termsUrl"
        type="url"
        label={text('desk.termsUrl')}
        description={
          saved.terms
            ? text('desk.termsVersion', { version: saved.terms.version, time: dateTime(saved.terms.publishedAt) })
            : undefined
        }
        value={values.termsUrl}
        onChange={(termsUrl) => change({ termsUrl })}
      />
      {saved.terms && (
        <Checkbox isSelected={values.isNewTermsVersion} onChange={(isNewTermsVersion) => change({ isNewTermsVersion })}>
          {text('desk.newTermsVersion')}
        </Checkbox>
      )}
      {textField('privacyUrl', 'url')}
      <LanguageChoices values={values} change={change} />
      <TextField
        name="currencies"
        label={text('desk.currencies')}
        description={text('desk.currenciesHelp')}
        value={values.currencies}
        onChange={(currencies) => change({ currencies })}
      />
      <TextField
        name="feeBasisPoints"
        isRequired
        inputMode="decimal"
        label={text('desk.fee')}
        value={values.fee}
        onChange={(fee) => change({ fee })}
      />
      <ChoiceField
        name="signUp"
        isRequired
        label={text('desk.signUp')}
        value={values.signUp}
        options={(['OPEN', 'INVITE'] as const).map((value) => ({ value, label: text(`signUpPolicy.${value}`) }))}
        onChange={(signUp) => change({ signUp: signUp === 'INVITE' ? 'INVITE' : 'OPEN' })}
      />
    </Form>
  );
}

const labels = {
  contactEmail: 'desk.contactEmail',
  senderName: 'desk.senderName',
  senderAddress: 'desk.senderAddress',
  privacyUrl: 'desk.privacyUrl',
} as const;

interface LanguageChoicesProps {
  readonly values: SettingsValues;
  readonly change: (next: Partial<SettingsValues>) => void;
}

function LanguageChoices({ values, change }: LanguageChoicesProps) {
  const text = useText();
  const problem = useFieldProblem('languages');
  return (
    <fieldset className="desk__choices">
      <legend>{text('desk.languages')}</legend>
      {languages.map(({ language, name }) => (
        <Checkbox
          key={language}
          isSelected={values.languages.includes(language)}
          onChange={(isSelected) => {
            const others = values.languages.filter((one) => one !== language);
            change({ languages: isSelected ? [...others, language] : others });
          }}
        >
          {name}
        </Checkbox>
      ))}
      {problem && <span className="field__problem small">{problem}</span>}
    </fieldset>
  );
}
