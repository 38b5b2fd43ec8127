import { Link, useLocation, useNavigate, useParams } from '@tanstack/react-router';
import { useApiQuery } from '../api/use-api.ts';
import { paths } from '../app/paths.ts';
import { InvitationDocument, type InvitationQuery } from '../generated/graphql.ts';
import { useFormats } from '../i18n/formats.ts';
import { useText } from '../i18n/use-text.ts';
import { useSession, useSessionState } from '../session/session-context.tsx';
import { Button } from '../ui/button.tsx';
import { Details } from '../ui/details.tsx';
import { Notice } from '../ui/notice.tsx';
import { Page } from '../ui/page.tsx';
import { QueryView } from '../ui/query-view.tsx';
import { AcceptForm } from './accept-form.tsx';

export type Invitation = NonNullable<InvitationQuery['invitation']>;

/** The page behind the link in the e-mail of an invitation. */
export function InvitationPage() {
  const text = useText();
  const { token } = useParams({ from: paths.invitation });
  const query = useApiQuery(InvitationDocument, { token }, { policy: 'network-only' });
  return (
    <Page title={text('invitation.title')} isNarrow>
      <QueryView query={query}>
        {({ invitation }) =>
          invitation ? (
            <InvitationView invitation={invitation} token={token} onChanged={query.reload} />
          ) : (
            <Notice tone="bad">{text('invitation.missing')}</Notice>
          )
        }
      </QueryView>
    </Page>
  );
}

interface InvitationViewProps {
  readonly invitation: Invitation;
  readonly token: string;
  /** Called when the invitation is not what the page shows. */
  readonly onChanged: () => void;
}

function InvitationView({ invitation, token, onChanged }: InvitationViewProps) {
  const text = useText();
  const { dateTime } = useFormats();
  const { account, invitedBy, email, role, status, expiresAt } = invitation;
  return (
    <>
      <p>{text('invitation.by', { person: invitedBy.name, account: account.name })}</p>
      <Details
        rows={[
          [text('invitation.account'), account.name],
          [text('invitation.role'), `${text(`membershipRole.${role}`)}: ${text(`membershipRoleHelp.${role}`)}`],
          [text('invitation.address'), email],
          [text('invitation.until'), dateTime(expiresAt)],
        ]}
      />
      {status === 'OPEN' ? (
        <OpenInvitation invitation={invitation} token={token} onChanged={onChanged} />
      ) : (
        <Notice tone={status === 'ACCEPTED' ? 'info' : 'warn'}>{text(`invitationStatus.${status}`)}</Notice>
      )}
    </>
  );
}

function OpenInvitation({ invitation, token, onChanged }: InvitationViewProps) {
  const text = useText();
  const navigate = useNavigate();
  const { href: from } = useLocation();
  const session = useSession();
  const { person } = useSessionState();
  const { email } = invitation;
  if (!person)
    return (
      <div className="stack">
        <p>{text('invitation.signInFirst', { address: email })}</p>
        <div>
          <Link className="button button--primary" to={paths.signIn} search={{ from }}>
            {text('nav.signIn')}
          </Link>
        </div>
      </div>
    );
  if (person.email !== email) {
    const change = async () => {
      await session.signOut();
      await navigate({ to: paths.signIn, search: { from } });
    };
    return (
      <Notice tone="warn" actions={<Button onPress={() => void change()}>{text('invitation.changePerson')}</Button>}>
        {text('invitation.otherAddress', { own: person.email ?? '', address: email })}
      </Notice>
    );
  }
  return <AcceptForm token={token} account={invitation.account} onRefused={onChanged} />;
}
