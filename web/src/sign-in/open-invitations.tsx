import { useApiMutation } from '../api/use-api.ts';
import { AcceptInvitationDocument } from '../generated/graphql.ts';
import { useText } from '../i18n/use-text.ts';
import { usePerson } from '../session/session-context.tsx';
import { toast } from '../ui/announcer.tsx';
import { Button } from '../ui/button.tsx';
import { refusalText } from '../ui/form.tsx';
import { Notice } from '../ui/notice.tsx';

/** The accounts that have invited the person, to join one of them. */
export function OpenInvitations({ onAccepted }: { readonly onAccepted: (accountId: string) => Promise<void> }) {
  const text = useText();
  const { invitations } = usePerson();
  const accept = useApiMutation(AcceptInvitationDocument);
  const join = async (invitationId: string) => {
    const { result, refusal } = await accept({ input: { invitationId } });
    if (refusal) toast(refusalText(text, refusal));
    else await onAccepted(result.account.id);
  };
  return invitations.nodes.map(({ id, account }) => (
    <Notice key={id} actions={<Button onPress={() => void join(id)}>{text('invitation.accept')}</Button>}>
      {text('invitation.text', { account: account.name })}
    </Notice>
  ));
}
