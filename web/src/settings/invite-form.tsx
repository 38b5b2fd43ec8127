import { useCallback, useState } from 'react';
import { useApiMutation } from '../api/use-api.ts';
import { InviteMemberDocument, type MembershipRole } from '../generated/graphql.ts';
import { useText } from '../i18n/use-text.ts';
import { toast } from '../ui/announcer.tsx';
import { Form, useSubmission } from '../ui/form.tsx';
import { TextField } from '../ui/text-field.tsx';
import { RoleField } from './role-field.tsx';

/** Invites somebody to the account by e-mail. */
export function InviteForm({ onInvited }: { readonly onInvited: () => void }) {
  const text = useText();
  const [email, setEmail] = useState('');
  const [role, setRole] = useState<MembershipRole>('MEMBER');
  const invite = useApiMutation(InviteMemberDocument);
  const { submit, ...state } = useSubmission(
    useCallback(() => invite({ input: { email, role } }), [invite, email, role]),
  );
  const send = async () => {
    const result = await submit();
    if (!result) return;
    setEmail('');
    toast(text('settings.invited', { address: result.email }));
    onInvited();
  };
  return (
    <section className="stack" aria-labelledby="invite">
      <h2 id="invite">{text('settings.inviteTitle')}</h2>
      <Form {...state} onSubmit={send} submitLabel={text('settings.invite')}>
        <TextField
          name="email"
          type="email"
          inputMode="email"
          isRequired
          label={text('signIn.email')}
          value={email}
          onChange={setEmail}
        />
        <RoleField value={role} onChange={setRole} />
      </Form>
    </section>
  );
}
