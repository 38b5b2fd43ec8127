import { useText } from '../i18n/use-text.ts';
import { useSessionState } from '../session/session-context.tsx';
import { Notice } from '../ui/notice.tsx';

/** A notice to the members of a suspended account: the reason, and what the account can still do. */
export function SuspensionNotice() {
  const text = useText();
  const account = useSessionState().membership?.account;
  if (!account?.suspendedAt) return null;
  return (
    <section className="site-notice" aria-label={text('suspension.label')}>
      <Notice tone="bad">
        <p>{text('account.suspended', { reason: account.suspendedReason ?? '' })}</p>
        <p>{text('suspension.effect')}</p>
      </Notice>
    </section>
  );
}
