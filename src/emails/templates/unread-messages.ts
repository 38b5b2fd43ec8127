import { orderEmail, quote } from '../email.ts';

export const unreadMessages = orderEmail('unread-messages', ({ unread: { messages, count } }, writer) => {
  const { say, shared } = writer;
  if (count === 0) return undefined;
  return {
    subject: say('subject', { count }),
    paragraphs: [
      ...(count > messages.length ? [say('newest', { shown: messages.length, count })] : []),
      ...messages.flatMap(({ author, text, fileCount }) => {
        const files = fileCount > 0 ? shared('files', { count: fileCount }) : '';
        const parts = [text, files].filter((part) => part !== '');
        return [say('wrote', { author }), ...quote(parts.join(' '), writer)];
      }),
    ],
  };
});
