import { useState } from 'react';
import { useApiMutation } from '../api/use-api.ts';
import {
  CreatePushSubscriptionDocument,
  DeletePushSubscriptionDocument,
  type OwnNotificationsQuery,
} from '../generated/graphql.ts';
import { useFormats } from '../i18n/formats.ts';
import { useText } from '../i18n/use-text.ts';
import { toast } from '../ui/announcer.tsx';
import { Button } from '../ui/button.tsx';
import { refusalText } from '../ui/form.tsx';
import { Notice } from '../ui/notice.tsx';
import { deviceName } from './device-name.ts';
import { pushPermission, subscribeBrowser, unsubscribeBrowser } from './push-browser.ts';

type Subscription = NonNullable<OwnNotificationsQuery['me']>['pushSubscriptions'][number];

interface BrowserNotificationsProps {
  /** Null if the server sends no push notifications. */
  readonly publicKey: string | null;
  readonly subscriptions: readonly Subscription[];
  /** Called after the subscriptions have changed. */
  readonly onChange: () => void;
}

/** The browsers in which the person is notified: to turn this one on or off, and the others off. */
export function BrowserNotifications({ publicKey, subscriptions, onChange }: BrowserNotificationsProps) {
  const text = useText();
  const { dateTime } = useFormats();
  const current = subscriptions.find(({ isCurrent }) => isCurrent);
  const create = useApiMutation(CreatePushSubscriptionDocument);
  const remove = useApiMutation(DeletePushSubscriptionDocument);
  const [permission, setPermission] = useState(pushPermission);
  const [isPending, setIsPending] = useState(false);

  /** Makes a change, and returns the text that reports it; undefined if another part of the page does. */
  const run = async (change: () => Promise<string | undefined>) => {
    if (isPending) return;
    setIsPending(true);
    const report = await change().catch(() => text('settings.pushFailed'));
    setIsPending(false);
    if (report) toast(report);
    setPermission(pushPermission());
    onChange();
  };
  const turnOn = async (key: string) => {
    const subscription = await subscribeBrowser(key);
    if (!subscription) return undefined;
    const { refusal } = await create({ input: subscription });
    return refusal ? refusalText(text, refusal) : text('settings.pushOn');
  };
  const turnOff = async ({ id, isCurrent }: Subscription) => {
    const { refusal } = await remove({ input: { pushSubscriptionId: id } });
    if (refusal) return refusalText(text, refusal);
    if (isCurrent) await unsubscribeBrowser();
    return text('settings.pushOff');
  };

  return (
    <section className="stack" aria-labelledby="browser-notifications">
      <h2 id="browser-notifications">{text('settings.browserNotifications')}</h2>
      <p className="muted">{text('settings.browserNotificationsHelp')}</p>
      {publicKey === null && <Notice>{text('settings.pushUnavailable')}</Notice>}
      {publicKey !== null && permission === 'unsupported' && <Notice>{text('settings.pushUnsupported')}</Notice>}
      {publicKey !== null && permission === 'denied' && (
        <Notice tone="warn" isLive>
          {text('settings.pushDenied')}
        </Notice>
      )}
      {publicKey !== null && (current || permission === 'default' || permission === 'granted') && (
        <div>
          <Button
            isPending={isPending}
            onPress={() => void run(() => (current ? turnOff(current) : turnOn(publicKey)))}
          >
            {text(current ? 'settings.turnPushOff' : 'settings.turnPushOn')}
          </Button>
        </div>
      )}
      <ul className="plain-list stack stack--small">
        {subscriptions
          .filter(({ isCurrent }) => !isCurrent)
          .map((subscription) => {
            const { id, userAgent, createdAt } = subscription;
            const device = userAgent ? deviceName(userAgent) : text('settings.unknownDevice');
            return (
              <li key={id} className="card row row--spread">
                <div>
                  <strong dir="auto">{device}</strong>
                  <div className="muted small">{text('settings.pushSince', { from: dateTime(createdAt) })}</div>
                </div>
                <Button
                  isPending={isPending}
                  aria-label={text('settings.turnPushOffOn', { device, from: dateTime(createdAt) })}
                  onPress={() => void run(() => turnOff(subscription))}
                >
                  {text('settings.endPush')}
                </Button>
              </li>
            );
          })}
      </ul>
    </section>
  );
}
