/** Each try to deliver a mail has a key of its own, so that the service cannot know it for the same mail. */
import { plant } from '../injected-bug.ts';

// biome-ignore lint/suspicious/noTemplateCurlyInString: the text of a program.
plant('src/emails/deliver-email.ts', [['`placard-${mail.id}`', '`placard-${mail.id}-${crypto.randomUUID()}`']]);
