/** The start of the page: the session, the messages and the page are loaded at the same time, then it is drawn. */
import './styles/tokens.css';
import './styles/base.css';
import { createRoot } from 'react-dom/client';
import { App } from './app/app.tsx';
import { createAppRouter, preloadPage } from './app/router.ts';
import { applyTheme } from './app/theme.ts';
import { applyRememberedColors } from './brand/colors.ts';
import { loadMessages, preferredLanguage } from './i18n/languages.ts';
import { createSession } from './session/session.ts';

// A file of an older release is gone when a page asks for it after an upgrade: the new release is loaded instead.
addEventListener('vite:preloadError', reloadOnce);

applyTheme();
applyRememberedColors();
const likelyMessages = loadMessages(preferredLanguage(undefined));
const router = createAppRouter();
const session = createSession();
preloadPage(router, session.state.api);
await session.open();
const language = preferredLanguage(session.state.person?.language ?? undefined);
const messages = language === preferredLanguage(undefined) ? await likelyMessages : await loadMessages(language);

const root = document.getElementById('root');
if (root) createRoot(root).render(<App router={router} session={session} language={language} messages={messages} />);

/** Loads the page again, unless that has just happened and did not help. */
function reloadOnce(): void {
  const key = 'placard.reloaded-at';
  if (Date.now() - Number(sessionStorage.getItem(key)) < 60_000) return;
  sessionStorage.setItem(key, String(Date.now()));
  location.reload();
}
