import { useNavigate } from '@tanstack/react-router';
import { useApiMutation, useApiQuery } from '../api/use-api.ts';
import { paths } from '../app/paths.ts';
import { AccountMembersDocument, LeaveAccountDocument } from '../generated/graphql.ts';
import { useText } from '../i18n/use-text.ts';
import { useSession } from '../session/session-context.tsx';
import { toast } from '../ui/announcer.tsx';
import { Notice } from '../ui/notice.tsx';
import { QueryView } from '../ui/query-view.tsx';
import { ConfirmButton } from './confirm-button.tsx';
import { InvitationItem } from './invitation-item.tsx';
import { InviteForm } from './invite-form.tsx';
import { type Member, MemberItem } from './member-item.tsx';
import { SettingsFrame } from './settings-frame.tsx';
import { useRights } from './use-rights.ts';

/** The members of the account and its open invitations. Owners manage them; everybody can leave. */
export function MembersPage() {
  const text = useText();
  const { account, isOwner } = useRights();
  const query = useApiQuery(AccountMembersDocument, { id: account.id });
  return (
    <SettingsFrame title={text('settings.members')}>
      {!isOwner && <Notice>{text('settings.ownersManage')}</Notice>}
      <QueryView query={query}>
        {({ node }) =>
          node?.__typename === 'Account' && (
            <>
              <ul className="plain-list stack stack--small" aria-label={text('settings.members')}>
                {node.members?.map((member) => (
                  <li key={member.person.id} className="card row row--spread">
                    <MemberItem
                      member={member}
                      isOnlyOwner={isOnlyOwner(member, node.members ?? [])}
                      onChanged={query.reload}
                    />
                  </li>
                ))}
              </ul>
              {(isOwner || Boolean(node.invitations?.length)) && (
                <section className="stack" aria-labelledby="invitations">
                  <h2 id="invitations">{text('settings.invitations')}</h2>
                  {node.invitations?.length === 0 && <p className="muted">{text('settings.noInvitations')}</p>}
                  <ul className="plain-list stack stack--small">
                    {node.invitations?.map((invitation) => (
                      <li key={invitation.id} className="card row row--spread">
                        <InvitationItem invitation={invitation} onChanged={query.reload} />
                      </li>
                    ))}
                  </ul>
                </section>
              )}
              {isOwner && <InviteForm onInvited={query.reload} />}
              <LeaveSection members={node.members ?? []} />
            </>
          )
        }
      </QueryView>
    </SettingsFrame>
  );
}

const isOnlyOwner = ({ role }: Member, members: readonly Member[]): boolean =>
  role === 'OWNER' && members.filter((member) => member.role === 'OWNER').length === 1;

function LeaveSection({ members }: { readonly members: readonly Member[] }) {
  const text = useText();
  const navigate = useNavigate();
  const session = useSession();
  const { account, isOwner } = useRights();
  const leave = useApiMutation(LeaveAccountDocument);
  const isLastOwner = isOwner && members.filter(({ role }) => role === 'OWNER').length === 1;
  return (
    <section className="stack" aria-labelledby="leave">
      <h2 id="leave">{text('settings.leave')}</h2>
      {isLastOwner ? (
        <p className="muted">{text('settings.lastOwner')}</p>
      ) : (
        <div>
          <ConfirmButton
            label={text('settings.leaveAccount', { account: account.name })}
            run={() => leave({ input: {} })}
            onDone={async () => {
              await session.refresh();
              await navigate({ to: paths.home });
              toast(text('settings.left', { account: account.name }));
            }}
          >
            {text('settings.leaveHelp')}
          </ConfirmButton>
        </div>
      )}
    </section>
  );
}
