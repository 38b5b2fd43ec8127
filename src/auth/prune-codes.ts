import { limits } from '../limits.ts';
import type { BackgroundTask } from '../platform/background-tasks.ts';
import { pruningTask, type Retention } from '../platform/prune-rows.ts';
import type { AppServices } from '../services/services.ts';

const retentions: Readonly<Record<string, Retention>> = {
  'sign-in-codes': { table: 'sign_in_code', since: 'expires_at', days: limits.codeRetentionDays },
  'email-changes': { table: 'email_change', since: 'expires_at', days: limits.codeRetentionDays },
};

/** The tasks that delete codes some time after they have expired. */
export const codeTasks = (app: Pick<AppServices, 'db' | 'clock'>): readonly BackgroundTask[] =>
  Object.entries(retentions).map(([name, retention]) => pruningTask(app, name, retention));
