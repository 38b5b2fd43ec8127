/** The service worker that shows push notifications. It caches nothing and answers no requests of pages. */

self.addEventListener('push', (event) => {
  const { title, body, path, tag } = event.data.json();
  event.waitUntil(
    self.registration.showNotification(title, { body, tag, icon: addressOf('/icon.svg'), data: { path } }),
  );
});

self.addEventListener('notificationclick', (event) => {
  event.notification.close();
  event.waitUntil(openPage(event.notification.data.path));
});

/** The address of a path of the client, which may be served below the path of another site. */
const addressOf = (path) => new URL(path.slice(1), self.registration.scope).href;

/** Focuses the window that shows a page, or opens one. */
async function openPage(path) {
  const url = addressOf(path);
  const windows = await self.clients.matchAll({ type: 'window', includeUncontrolled: true });
  const shown = windows.find((one) => one.url.split(/[?#]/)[0] === url);
  await (shown ? shown.focus() : self.clients.openWindow(url));
}
