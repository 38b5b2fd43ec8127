import { useCallback, useState } from 'react';
import { useApiMutation } from '../api/use-api.ts';
import { RequestSignInCodeDocument } from '../generated/graphql.ts';
import { useText } from '../i18n/use-text.ts';
import { Form, useSubmission } from '../ui/form.tsx';
import { TextField } from '../ui/text-field.tsx';

/** Asks for the address of the visitor, and has a code mailed to it. */
export function AddressForm({ onSent }: { readonly onSent: (address: string) => void }) {
  const text = useText();
  const [email, setEmail] = useState('');
  const request = useApiMutation(RequestSignInCodeDocument);
  const { submit, ...state } = useSubmission(useCallback(() => request({ input: { email } }), [request, email]));
  const send = async () => {
    const result = await submit();
    if (result) onSent(result.sentTo);
  };
  return (
    <Form {...state} onSubmit={send} submitLabel={text('signIn.sendCode')}>
      <p>{text('signIn.introduction')}</p>
      <TextField
        name="email"
        type="email"
        inputMode="email"
        autoComplete="email"
        isRequired
        label={text('signIn.email')}
        value={email}
        onChange={setEmail}
      />
    </Form>
  );
}
