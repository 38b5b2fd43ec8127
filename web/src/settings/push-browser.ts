/** Push notifications of this browser: its Push API, its permission, and the service worker that shows them. */
import { basePath } from '../api/base-path.ts';

const workerPath = `${basePath}/push-worker.js`;

export type PushPermission = NotificationPermission | 'unsupported';

/** The permission to show notifications; `default` if the person was not asked yet. */
export const pushPermission = (): PushPermission =>
  'serviceWorker' in navigator && 'PushManager' in window && 'Notification' in window
    ? Notification.permission
    : 'unsupported';

/** A subscription as the API takes it. */
interface BrowserSubscription {
  readonly endpoint: string;
  readonly p256dh: string;
  readonly auth: string;
}

/**
 * Subscribes this browser for the key of the server, after asking for the permission. Undefined if the person does not give
 * it. @throws if the push service of the browser cannot be reached
 */
export async function subscribeBrowser(publicKey: string): Promise<BrowserSubscription | undefined> {
  if ((await Notification.requestPermission()) !== 'granted') return undefined;
  const { pushManager } = await navigator.serviceWorker.register(workerPath);
  await navigator.serviceWorker.ready;
  // One for another key of the server would be in the way.
  await (await pushManager.getSubscription())?.unsubscribe();
  const subscription = await pushManager.subscribe({ userVisibleOnly: true, applicationServerKey: publicKey });
  const { endpoint, keys } = subscription.toJSON();
  return { endpoint: endpoint ?? '', p256dh: keys?.['p256dh'] ?? '', auth: keys?.['auth'] ?? '' };
}

/** Ends the subscription of this browser. */
export async function unsubscribeBrowser(): Promise<void> {
  const registration = await navigator.serviceWorker.getRegistration(workerPath);
  await (await registration?.pushManager.getSubscription())?.unsubscribe();
}
