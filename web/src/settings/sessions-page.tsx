import { useState } from 'react';
import { useApiMutation, useApiQuery } from '../api/use-api.ts';
import { OwnSessionsDocument, RevokeOtherSessionsDocument, RevokeSessionDocument } from '../generated/graphql.ts';
import { useFormats } from '../i18n/formats.ts';
import { useText } from '../i18n/use-text.ts';
import { ActionButton } from '../ui/action-button.tsx';
import { toast } from '../ui/announcer.tsx';
import { Badge } from '../ui/badge.tsx';
import { Button } from '../ui/button.tsx';
import { refusalText } from '../ui/form.tsx';
import { QueryView } from '../ui/query-view.tsx';
import { deviceName } from './device-name.ts';
import { focusTitle, SettingsFrame } from './settings-frame.tsx';

/** The sessions of the person: to end one of them, or all others. */
export function SessionsPage() {
  const text = useText();
  const { dateTime } = useFormats();
  const query = useApiQuery(OwnSessionsDocument, {});
  const revoke = useApiMutation(RevokeSessionDocument);
  const revokeOthers = useApiMutation(RevokeOtherSessionsDocument);
  const [isPending, setIsPending] = useState(false);
  const end = async (sessionId: string) => {
    if (isPending) return;
    setIsPending(true);
    const { refusal } = await revoke({ input: { sessionId } });
    setIsPending(false);
    toast(refusal ? refusalText(text, refusal) : text('settings.sessionEnded'));
    focusTitle();
    query.reload();
  };
  return (
    <SettingsFrame title={text('settings.sessions')}>
      <p>{text('settings.sessionsHelp')}</p>
      <QueryView query={query}>
        {({ me }) => (
          <>
            <ul className="plain-list stack stack--small">
              {me?.sessions.nodes.map(({ id, userAgent, isCurrent, createdAt, expiresAt }) => {
                const device = userAgent ? deviceName(userAgent) : text('settings.unknownDevice');
                return (
                  <li key={id} className="card row row--spread">
                    <div>
                      <strong dir="auto">{device}</strong>{' '}
                      {isCurrent && <Badge tone="good">{text('settings.thisDevice')}</Badge>}
                      <div className="muted small">
                        {text('settings.sessionTimes', { from: dateTime(createdAt), to: dateTime(expiresAt) })}
                      </div>
                    </div>
                    {!isCurrent && (
                      <Button
                        isPending={isPending}
                        aria-label={text('settings.endSessionOf', { device, from: dateTime(createdAt) })}
                        onPress={() => void end(id)}
                      >
                        {text('settings.endSession')}
                      </Button>
                    )}
                  </li>
                );
              })}
            </ul>
            {me && me.sessions.nodes.length > 1 && (
              <div>
                <ActionButton
                  variant="danger"
                  label={text('settings.endOtherSessions')}
                  description={text('settings.endOtherSessionsHelp')}
                  run={(idempotencyKey) => revokeOthers({ input: { idempotencyKey } })}
                  onDone={() => {
                    toast(text('settings.sessionEnded'));
                    query.reload();
                  }}
                />
              </div>
            )}
          </>
        )}
      </QueryView>
    </SettingsFrame>
  );
}
