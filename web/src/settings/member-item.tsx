import { useCallback, useState } from 'react';
import { useApiMutation } from '../api/use-api.ts';
import { type AccountMembersQuery, RemoveMemberDocument, UpdateMemberRoleDocument } from '../generated/graphql.ts';
import { useFormats } from '../i18n/formats.ts';
import { useText } from '../i18n/use-text.ts';
import { usePerson, useSession } from '../session/session-context.tsx';
import { toast } from '../ui/announcer.tsx';
import { Badge } from '../ui/badge.tsx';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { Form, useSubmission } from '../ui/form.tsx';
import { ConfirmButton } from './confirm-button.tsx';
import { RoleField } from './role-field.tsx';
import { focusTitle } from './settings-frame.tsx';
import { useRights } from './use-rights.ts';

type MembersNode = Extract<NonNullable<AccountMembersQuery['node']>, { readonly __typename: 'Account' }>;
export type Member = NonNullable<MembersNode['members']>[number];

interface MemberItemProps {
  readonly member: Member;
  /** True for the only owner, whose role cannot change. */
  readonly isOnlyOwner: boolean;
  readonly onChanged: () => void;
}

/** A member, and for owners what they can change. */
export function MemberItem({ member, isOnlyOwner, onChanged }: MemberItemProps) {
  const text = useText();
  const { date } = useFormats();
  const me = usePerson();
  const { account, isOwner } = useRights();
  const remove = useApiMutation(RemoveMemberDocument);
  const { person, role, email, joinedAt } = member;
  const isMe = person.id === me.id;
  return (
    <>
      <div>
        <strong dir="auto">{person.name}</strong> {isMe && <Badge tone="good">{text('settings.you')}</Badge>}{' '}
        <Badge>{text(`membershipRole.${role}`)}</Badge>
        <div className="muted small">
          {email} · {text('settings.memberSince', { date: date(joinedAt) })}
        </div>
      </div>
      {isOwner && (
        <div className="row">
          {!isOnlyOwner && <RoleButton member={member} onChanged={onChanged} />}
          {!isMe && (
            <ConfirmButton
              label={text('common.remove')}
              fullLabel={text('settings.removeMember', { name: person.name })}
              run={() => remove({ input: { personId: person.id } })}
              onDone={() => {
                toast(text('settings.memberRemoved', { name: person.name }));
                focusTitle();
                onChanged();
              }}
            >
              {text('settings.removeMemberHelp', { name: person.name, account: account.name })}
            </ConfirmButton>
          )}
        </div>
      )}
    </>
  );
}

function RoleButton({ member: { person, role }, onChanged }: Pick<MemberItemProps, 'member' | 'onChanged'>) {
  const text = useText();
  const session = useSession();
  const me = usePerson();
  const [isOpen, setIsOpen] = useState(false);
  const [chosen, setChosen] = useState(role);
  const update = useApiMutation(UpdateMemberRoleDocument);
  const { submit, ...state } = useSubmission(
    useCallback(() => update({ input: { personId: person.id, role: chosen } }), [update, person.id, chosen]),
  );
  const send = async () => {
    if (!(await submit())) return;
    setIsOpen(false);
    toast(text('settings.roleChanged', { name: person.name }));
    onChanged();
    if (person.id === me.id) await session.refresh();
  };
  const title = text('settings.changeRole', { name: person.name });
  return (
    <>
      <Button
        aria-label={title}
        onPress={() => {
          setChosen(role);
          setIsOpen(true);
        }}
      >
        {text('settings.role')}
      </Button>
      <Dialog title={title} isOpen={isOpen} onClose={() => setIsOpen(false)}>
        <Form
          {...state}
          onSubmit={send}
          submitLabel={text('common.save')}
          actions={<Button onPress={() => setIsOpen(false)}>{text('common.cancel')}</Button>}
        >
          <RoleField value={chosen} onChange={setChosen} />
        </Form>
      </Dialog>
    </>
  );
}
