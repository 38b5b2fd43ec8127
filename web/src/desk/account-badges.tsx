import { useText } from '../i18n/use-text.ts';
import { Badge } from '../ui/badge.tsx';

interface AccountBadgesProps {
  readonly account: {
    readonly isOperator: boolean;
    readonly suspendedAt?: string | null;
    readonly closedAt?: string | null;
  };
}

/** Badges for what is special about an account. */
export function AccountBadges({ account: { isOperator, suspendedAt, closedAt } }: AccountBadgesProps) {
  const text = useText();
  return (
    <>
      {isOperator && <Badge tone="info">{text('desk.isOperator')}</Badge>}
      {suspendedAt && <Badge tone="bad">{text('desk.suspended')}</Badge>}
      {closedAt && <Badge>{text('desk.closed')}</Badge>}
    </>
  );
}
