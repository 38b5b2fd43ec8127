import { useState } from 'react';
import type { Refused } from '../api/use-api.ts';
import { useApiMutation, useApiQuery } from '../api/use-api.ts';
import { AcceptTermsDocument, TermsDocument } from '../generated/graphql.ts';
import { useText } from '../i18n/use-text.ts';
import { useSession, useSessionState } from '../session/session-context.tsx';
import { toast } from '../ui/announcer.tsx';
import { Button } from '../ui/button.tsx';
import { refusalText } from '../ui/form.tsx';
import { Notice } from '../ui/notice.tsx';
import { TermsLinks } from '../ui/terms-links.tsx';

/** A notice to a person who has not accepted the current terms of the marketplace. */
export function TermsNotice() {
  const { person } = useSessionState();
  return person?.hasTermsToAccept ? <OpenTerms /> : null;
}

function OpenTerms() {
  const text = useText();
  const session = useSession();
  const { data, reload } = useApiQuery(TermsDocument, {});
  const accept = useApiMutation(AcceptTermsDocument);
  const [isPending, setIsPending] = useState(false);
  const terms = data?.marketplace.terms;
  if (!terms) return null;
  const refuse = (refusal: Refused) => {
    // They have changed since the page was loaded.
    if (refusal.code === 'TERMS_NOT_ACCEPTED') reload();
    else toast(refusalText(text, refusal));
  };
  const send = async () => {
    if (isPending) return;
    setIsPending(true);
    const { refusal } = await accept({ input: { version: terms.version } });
    setIsPending(false);
    if (refusal) return refuse(refusal);
    toast(text('terms.accepted'));
    await session.refresh();
    document.getElementById('main')?.focus();
  };
  return (
    <section className="site-notice" aria-label={text('terms.label')}>
      <Notice
        tone="warn"
        actions={
          <Button isPending={isPending} onPress={() => void send()}>
            {text('terms.accept')}
          </Button>
        }
      >
        {text('terms.changed')} <TermsLinks terms={terms} />
      </Notice>
    </section>
  );
}
