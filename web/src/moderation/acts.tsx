/** The acts of operators on accounts, spaces and ads. They are shown to operators only. */
import { useApiMutation } from '../api/use-api.ts';
import {
  ReinstateAccountDocument,
  RestoreAdDocument,
  RestoreSpaceDocument,
  SuspendAccountDocument,
  TakeDownAdDocument,
  TakeDownSpaceDocument,
} from '../generated/graphql.ts';
import { useText } from '../i18n/use-text.ts';
import { useSessionState } from '../session/session-context.tsx';
import { ReasonButton } from './reason-button.tsx';

interface Suspendable {
  readonly id: string;
  readonly name: string;
  readonly suspendedAt?: string | null;
}

/** Suspends an account, or reinstates a suspended one. */
export function SuspensionButton({ account: { id, name, suspendedAt } }: { readonly account: Suspendable }) {
  const text = useText();
  const { isOperator } = useSessionState();
  const suspend = useApiMutation(SuspendAccountDocument);
  const reinstate = useApiMutation(ReinstateAccountDocument);
  if (!isOperator) return null;
  return suspendedAt ? (
    <ReasonButton
      label={text('moderation.reinstate')}
      subject={name}
      description={text('moderation.reinstateHelp')}
      run={(input) => reinstate({ input: { accountId: id, ...input } })}
    />
  ) : (
    <ReasonButton
      isDanger
      label={text('moderation.suspend')}
      subject={name}
      description={text('moderation.suspendHelp')}
      run={(input) => suspend({ input: { accountId: id, ...input } })}
    />
  );
}

interface Removable {
  readonly id: string;
  readonly takenDownAt?: string | null;
}

/** Takes a space down, or restores it. */
export function SpaceModeration({ space }: { readonly space: Removable & { readonly title: string } }) {
  const takeDown = useApiMutation(TakeDownSpaceDocument);
  const restore = useApiMutation(RestoreSpaceDocument);
  return (
    <TakeDownButton
      name={space.title}
      takenDownAt={space.takenDownAt}
      takeDown={(input) => takeDown({ input: { spaceId: space.id, ...input } })}
      restore={(input) => restore({ input: { spaceId: space.id, ...input } })}
    />
  );
}

/** Takes an ad down, or restores it. */
export function AdModeration({ ad }: { readonly ad: Removable & { readonly name: string } }) {
  const takeDown = useApiMutation(TakeDownAdDocument);
  const restore = useApiMutation(RestoreAdDocument);
  return (
    <TakeDownButton
      name={ad.name}
      takenDownAt={ad.takenDownAt}
      takeDown={(input) => takeDown({ input: { adId: ad.id, ...input } })}
      restore={(input) => restore({ input: { adId: ad.id, ...input } })}
    />
  );
}

type Act = Parameters<typeof ReasonButton>[0]['run'];

interface TakeDownProps {
  readonly name: string;
  readonly takenDownAt: string | null | undefined;
  readonly takeDown: Act;
  readonly restore: Act;
}

function TakeDownButton({ name, takenDownAt, takeDown, restore }: TakeDownProps) {
  const text = useText();
  const { isOperator } = useSessionState();
  if (!isOperator) return null;
  return takenDownAt ? (
    <ReasonButton
      label={text('moderation.restore')}
      subject={name}
      description={text('moderation.restoreHelp')}
      run={restore}
    />
  ) : (
    <ReasonButton
      isDanger
      label={text('moderation.takeDown')}
      subject={name}
      description={text('moderation.takeDownHelp')}
      run={takeDown}
    />
  );
}
