import { useCallback, useEffect, useRef, useState } from 'react';
import { useApiMutation, useApiQuery } from '../api/use-api.ts';
import { SignInDocument, TermsDocument } from '../generated/graphql.ts';
import { useText } from '../i18n/use-text.ts';
import { Button } from '../ui/button.tsx';
import { Checkbox } from '../ui/checkbox.tsx';
import { Form, useSubmission } from '../ui/form.tsx';
import { TermsLinks } from '../ui/terms-links.tsx';
import { TextField } from '../ui/text-field.tsx';

interface CodeFormProps {
  readonly sentTo: string;
  readonly onSignedIn: (token: string, session: { readonly isNewPerson: boolean }) => Promise<void>;
  readonly onOtherAddress: () => void;
}

/** Asks for the mailed code, and opens the session. */
export function CodeForm({ sentTo, onSignedIn, onOtherAddress }: CodeFormProps) {
  const text = useText();
  const [code, setCode] = useState('');
  const signIn = useApiMutation(SignInDocument);
  const [mustAccept, setMustAccept] = useState(false);
  const [hasAccepted, setHasAccepted] = useState(false);
  const { data, reload } = useApiQuery(TermsDocument, {}, { pause: !mustAccept, policy: 'network-only' });
  const terms = data?.marketplace.terms;
  const acceptedTermsVersion = hasAccepted ? terms?.version : undefined;
  const { submit, isPending, refusal } = useSubmission(
    useCallback(async () => {
      const outcome = await signIn({ input: { email: sentTo, code, acceptedTermsVersion } });
      if (outcome.refusal?.code !== 'TERMS_NOT_ACCEPTED') return outcome;
      // The code still works. Only a new person, who has entered the right code, is asked for the terms.
      setMustAccept(true);
      setHasAccepted(false);
      if (mustAccept) reload();
      return { refusal: { ...outcome.refusal, message: text('terms.required') } };
    }, [signIn, sentTo, code, acceptedTermsVersion, mustAccept, reload, text]),
  );
  const introduction = useRef<HTMLParagraphElement>(null);
  // The form replaces the one before, which had the focus.
  useEffect(() => introduction.current?.focus(), []);
  const send = async () => {
    const result = await submit();
    if (result) await onSignedIn(result.token, result);
  };
  return (
    <Form
      isPending={isPending}
      refusal={refusal}
      onSubmit={send}
      submitLabel={text('signIn.submit')}
      actions={
        <Button variant="quiet" onPress={onOtherAddress}>
          {text('signIn.otherAddress')}
        </Button>
      }
    >
      <p ref={introduction} tabIndex={-1}>
        {text('signIn.codeSent', { address: sentTo })}
      </p>
      <TextField
        name="code"
        inputMode="numeric"
        autoComplete="one-time-code"
        isRequired
        label={text('signIn.code')}
        value={code}
        onChange={setCode}
      />
      {terms && (
        <Checkbox isSelected={hasAccepted} onChange={setHasAccepted}>
          {text('terms.agree')} <TermsLinks terms={terms} />
        </Checkbox>
      )}
    </Form>
  );
}
