import { useState } from 'react';
import { useApiMutation } from '../api/use-api.ts';
import {
  type AccountMembersQuery,
  ResendInvitationDocument,
  WithdrawInvitationDocument,
} from '../generated/graphql.ts';
import { useFormats } from '../i18n/formats.ts';
import { useText } from '../i18n/use-text.ts';
import { toast } from '../ui/announcer.tsx';
import { Badge } from '../ui/badge.tsx';
import { Button } from '../ui/button.tsx';
import { refusalText } from '../ui/form.tsx';
import { ConfirmButton } from './confirm-button.tsx';
import { focusTitle } from './settings-frame.tsx';
import { useRights } from './use-rights.ts';

type MembersNode = Extract<NonNullable<AccountMembersQuery['node']>, { readonly __typename: 'Account' }>;

interface InvitationItemProps {
  readonly invitation: NonNullable<MembersNode['invitations']>[number];
  readonly onChanged: () => void;
}

/** An open invitation, and for owners what they can do with it. */
export function InvitationItem({ invitation, onChanged }: InvitationItemProps) {
  const text = useText();
  const { date } = useFormats();
  const { isOwner } = useRights();
  const [isPending, setIsPending] = useState(false);
  const resend = useApiMutation(ResendInvitationDocument);
  const withdraw = useApiMutation(WithdrawInvitationDocument);
  const { id, email, role, expiresAt, sentCount } = invitation;
  const sendAgain = async () => {
    if (isPending) return;
    setIsPending(true);
    const { refusal } = await resend({ input: { invitationId: id } });
    setIsPending(false);
    toast(refusal ? refusalText(text, refusal) : text('settings.invited', { address: email }));
    onChanged();
  };
  return (
    <>
      <div>
        <strong>{email}</strong> <Badge>{text(`membershipRole.${role}`)}</Badge>
        <div className="muted small">
          {text('settings.invitationState', { count: sentCount, date: date(expiresAt) })}
        </div>
      </div>
      {isOwner && (
        <div className="row">
          <Button
            isPending={isPending}
            aria-label={text('settings.resendTo', { address: email })}
            onPress={() => void sendAgain()}
          >
            {text('settings.resend')}
          </Button>
          <ConfirmButton
            label={text('settings.withdraw')}
            fullLabel={text('settings.withdrawFrom', { address: email })}
            run={() => withdraw({ input: { invitationId: id } })}
            onDone={() => {
              toast(text('settings.withdrawn', { address: email }));
              focusTitle();
              onChanged();
            }}
          >
            {text('settings.withdrawHelp')}
          </ConfirmButton>
        </div>
      )}
    </>
  );
}
