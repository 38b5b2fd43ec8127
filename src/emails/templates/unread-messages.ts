import { type OrderEmailTemplate, quote } from '../email.ts';

export const unreadMessages: OrderEmailTemplate = ({ number, unread: { messages, count } }) => {
  if (count === 0) return undefined;
  const left = count - messages.length;
  return {
    subject: `${count === 1 ? 'An unread message' : `${count} unread messages`} in order #${number}`,
    paragraphs: [
      ...(left > 0 ? [`The newest ${messages.length} of ${count} unread messages:`] : []),
      ...messages.flatMap(({ author, text }) => [`${author} wrote:`, ...quote(text)]),
    ],
  };
};
