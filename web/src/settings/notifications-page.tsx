import { Link } from '@tanstack/react-router';
import { useCallback, useState } from 'react';
import { useApiMutation, useApiQuery } from '../api/use-api.ts';
import { paths } from '../app/paths.ts';
import {
  OwnNotificationsDocument,
  type OwnNotificationsQuery,
  UpdateNotificationPreferencesDocument,
} from '../generated/graphql.ts';
import { useText } from '../i18n/use-text.ts';
import { usePerson } from '../session/session-context.tsx';
import { toast } from '../ui/announcer.tsx';
import { Checkbox } from '../ui/checkbox.tsx';
import { Form, useSubmission } from '../ui/form.tsx';
import { QueryView } from '../ui/query-view.tsx';
import { SelectField } from '../ui/select-field.tsx';
import { TextField } from '../ui/text-field.tsx';
import { BrowserNotifications } from './browser-notifications.tsx';
import { SettingsFrame } from './settings-frame.tsx';

type Preferences = NonNullable<NonNullable<OwnNotificationsQuery['me']>['notificationPreferences']>;
type Choice = Preferences['choices'][number];

const deliveries = ['IMMEDIATELY', 'DIGEST', 'OFF'] as const;
const usualQuietHours = { from: '22:00', to: '07:00' };

/** The e-mails and the push notifications that the person gets, and their times. E-mails link to this page. */
export function NotificationsPage() {
  const text = useText();
  const query = useApiQuery(OwnNotificationsDocument, {}, { policy: 'network-only' });
  return (
    <SettingsFrame title={text('settings.notifications')}>
      <QueryView query={query}>
        {({ me, marketplace: { pushPublicKey } }) =>
          me?.notificationPreferences && (
            <>
              <BrowserNotifications
                publicKey={pushPublicKey}
                subscriptions={me.pushSubscriptions}
                onChange={query.reload}
              />
              <PreferencesForm preferences={me.notificationPreferences} />
            </>
          )
        }
      </QueryView>
    </SettingsFrame>
  );
}

function PreferencesForm({ preferences }: { readonly preferences: Preferences }) {
  const text = useText();
  const { timeZone } = usePerson();
  const [choices, setChoices] = useState(preferences.choices);
  const change = (choice: Choice) => setChoices(choices.map((one) => (one.kind === choice.kind ? choice : one)));
  const [isQuiet, setIsQuiet] = useState(Boolean(preferences.quietHours));
  const [quietHours, setQuietHours] = useState(preferences.quietHours ?? usualQuietHours);
  const update = useApiMutation(UpdateNotificationPreferencesDocument);
  const { submit, ...state } = useSubmission(
    useCallback(() => {
      const { from, to } = quietHours;
      const input = choices.map(({ kind, email, hasPush }) => ({ kind, email, hasPush }));
      return update({ input: { choices: input, quietHours: isQuiet ? { from, to } : null } });
    }, [update, choices, isQuiet, quietHours]),
  );
  const send = async () => {
    if (await submit()) toast(text('settings.saved'));
  };
  return (
    <Form {...state} onSubmit={send} submitLabel={text('common.save')}>
      <p>{text('settings.digestTime', { time: preferences.digestTime })}</p>
      {choices
        .filter(({ isRequired }) => !isRequired)
        .map((choice) => (
          <KindFields key={choice.kind} choice={choice} onChange={change} />
        ))}
      <section className="stack" aria-labelledby="required-kinds">
        <h2 id="required-kinds">{text('settings.requiredKinds')}</h2>
        <p className="muted">{text('settings.requiredKindsHelp')}</p>
        {choices
          .filter(({ isRequired }) => isRequired)
          .map((choice) => (
            <KindFields key={choice.kind} choice={choice} onChange={change} />
          ))}
      </section>
      <section className="stack" aria-labelledby="quiet-hours">
        <h2 id="quiet-hours">{text('settings.quietHours')}</h2>
        <p className="muted">
          {text('settings.quietHoursHelp', { zone: timeZone ?? 'UTC' })}{' '}
          <Link to={paths.settings}>{text('settings.changeTimeZone')}</Link>
        </p>
        <Checkbox isSelected={isQuiet} onChange={setIsQuiet}>
          {text('settings.hasQuietHours')}
        </Checkbox>
        {isQuiet &&
          (['from', 'to'] as const).map((end) => (
            <TextField
              key={end}
              name={`quietHours.${end}`}
              type="time"
              isRequired
              label={text(`settings.quietHours.${end}`)}
              value={quietHours[end]}
              onChange={(time) => setQuietHours({ ...quietHours, [end]: time })}
            />
          ))}
      </section>
    </Form>
  );
}

interface KindFieldsProps {
  readonly choice: Choice;
  readonly onChange: (choice: Choice) => void;
}

/** The fields of one kind of notifications: one for each channel that can be chosen. */
function KindFields({ choice, onChange }: KindFieldsProps) {
  const text = useText();
  const { kind, email, hasPush, isRequired } = choice;
  return (
    <fieldset className="filters__group stack stack--small">
      <legend>{text(`notificationKind.${kind}`)}</legend>
      <span className="muted small">{text(`notificationKindHelp.${kind}`)}</span>
      {!isRequired && (
        <SelectField
          name={kind}
          isRequired
          label={text('settings.byEmail')}
          value={email}
          options={deliveries.map((value) => ({ value, label: text(`notificationDelivery.${value}`) }))}
          onChange={(delivery) => delivery && onChange({ ...choice, email: delivery })}
        />
      )}
      {hasPush !== null && (
        <Checkbox isSelected={hasPush} onChange={(isSelected) => onChange({ ...choice, hasPush: isSelected })}>
          {text('settings.inBrowser')}
        </Checkbox>
      )}
    </fieldset>
  );
}
