import { useText } from '../i18n/use-text.ts';
import { AuditLog } from './audit-log.tsx';
import { DeskFrame } from './desk-frame.tsx';

/** The acts of all operators. */
export function AuditPage() {
  const text = useText();
  return (
    <DeskFrame title={text('desk.audit')}>
      <AuditLog />
    </DeskFrame>
  );
}
