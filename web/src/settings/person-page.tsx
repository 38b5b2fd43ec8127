import { useCallback, useState } from 'react';
import { useApiMutation } from '../api/use-api.ts';
import { ConfirmEmailChangeDocument, RequestEmailChangeDocument, UpdatePersonDocument } from '../generated/graphql.ts';
import { useLanguage } from '../i18n/intl-root.tsx';
import { apiLanguages, type Language, languageNames } from '../i18n/languages.ts';
import { timeZoneOptions } from '../i18n/time-zones.ts';
import { useText } from '../i18n/use-text.ts';
import { usePerson, useSession } from '../session/session-context.tsx';
import { toast } from '../ui/announcer.tsx';
import { Form, useSubmission } from '../ui/form.tsx';
import { SelectField } from '../ui/select-field.tsx';
import { TextField } from '../ui/text-field.tsx';
import { EmailChange } from './email-change.tsx';
import { SettingsFrame } from './settings-frame.tsx';

const languages = Object.entries(languageNames).map(([value, label]) => ({ value: value as Language, label }));

/** The name, the language, the time zone and the address of the person. */
export function PersonPage() {
  const text = useText();
  const session = useSession();
  const { email } = usePerson();
  const request = useApiMutation(RequestEmailChangeDocument);
  const confirm = useApiMutation(ConfirmEmailChangeDocument);
  return (
    <SettingsFrame title={text('settings.person')}>
      <PersonForm />
      <EmailChange
        title={text('settings.email')}
        description={text('settings.emailHelp')}
        current={email}
        request={useCallback((newEmail) => request({ input: { newEmail } }), [request])}
        confirm={useCallback((code) => confirm({ input: { code } }), [confirm])}
        onChanged={session.refresh}
      />
    </SettingsFrame>
  );
}

function PersonForm() {
  const text = useText();
  const session = useSession();
  const person = usePerson();
  const { choose } = useLanguage();
  const [name, setName] = useState(person.name);
  const [language, setLanguage] = useState<Language | ''>(person.language === 'DE' ? 'de' : 'en');
  const [timeZone, setTimeZone] = useState(person.timeZone ?? '');
  const update = useApiMutation(UpdatePersonDocument);
  const { submit, ...state } = useSubmission(
    useCallback(
      () =>
        update({
          input: { name, language: language ? apiLanguages[language] : undefined, timeZone: timeZone || undefined },
        }),
      [update, name, language, timeZone],
    ),
  );
  const send = async () => {
    if (!(await submit())) return;
    if (language) await choose(language);
    await session.refresh();
    toast(text('settings.saved'));
  };
  return (
    <Form {...state} onSubmit={send} submitLabel={text('common.save')}>
      <TextField
        name="name"
        autoComplete="name"
        isRequired
        label={text('newAccount.personName')}
        value={name}
        onChange={setName}
      />
      <SelectField
        name="language"
        isRequired
        label={text('settings.language')}
        value={language}
        options={languages}
        onChange={setLanguage}
      />
      <SelectField
        name="timeZone"
        isRequired
        label={text('settings.timeZone')}
        value={timeZone}
        options={timeZoneOptions(person.timeZone ?? '')}
        onChange={setTimeZone}
      />
    </Form>
  );
}
