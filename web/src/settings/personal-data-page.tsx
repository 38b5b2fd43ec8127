import { useNavigate } from '@tanstack/react-router';
import { useCallback, useState } from 'react';
import { useApiMutation } from '../api/use-api.ts';
import { paths } from '../app/paths.ts';
import { DeletePersonDocument } from '../generated/graphql.ts';
import { useText } from '../i18n/use-text.ts';
import { usePerson, useSession } from '../session/session-context.tsx';
import { toast } from '../ui/announcer.tsx';
import { Button } from '../ui/button.tsx';
import { Form, useSubmission } from '../ui/form.tsx';
import { TextField } from '../ui/text-field.tsx';
import { SettingsFrame } from './settings-frame.tsx';
import { useExport } from './use-export.ts';

/** The export of what is stored about the person, and the deletion of the person. */
export function PersonalDataPage() {
  const text = useText();
  return (
    <SettingsFrame title={text('settings.personalData')}>
      <DataExport />
      <PersonDeletion />
    </SettingsFrame>
  );
}

function DataExport() {
  const text = useText();
  const { download, count, problem } = useExport('placard-personal-data.json');
  return (
    <section className="stack" aria-labelledby="export">
      <h2 id="export">{text('settings.export')}</h2>
      <p>{text('settings.exportHelp')}</p>
      <div>
        <Button isPending={count !== undefined} onPress={() => void download()}>
          {text('settings.download')}
        </Button>
      </div>
      <p role="status" className="muted">
        {count !== undefined && text('settings.exporting', { count })}
      </p>
      <div role="alert" className="form__refusal">
        {problem}
      </div>
    </section>
  );
}

function PersonDeletion() {
  const text = useText();
  const navigate = useNavigate();
  const session = useSession();
  const { email, memberships } = usePerson();
  const [confirmation, setConfirmation] = useState('');
  const remove = useApiMutation(DeletePersonDocument);
  const { submit, ...state } = useSubmission(
    useCallback(() => remove({ input: { confirmation } }), [remove, confirmation]),
  );
  const send = async () => {
    if (!(await submit())) return;
    await session.signOut();
    await navigate({ to: paths.home, replace: true });
    toast(text('settings.personDeleted'));
  };
  return (
    <section className="stack" aria-labelledby="delete">
      <h2 id="delete">{text('settings.deletePerson')}</h2>
      <p>{text('settings.deletePersonHelp')}</p>
      {memberships.length > 0 && (
        <ul>
          {memberships.map(({ account }) => (
            <li key={account.id} dir="auto">
              {account.name}
            </li>
          ))}
        </ul>
      )}
      <Form {...state} isDanger onSubmit={send} submitLabel={text('settings.deletePersonForEver')}>
        <TextField
          name="confirmation"
          type="email"
          isRequired
          label={text('settings.confirmAddress', { address: email ?? '' })}
          value={confirmation}
          onChange={setConfirmation}
        />
      </Form>
    </section>
  );
}
