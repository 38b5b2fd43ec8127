import { type OrderMailTemplate, quote } from '../mail.ts';

export const proofSubmitted: OrderMailTemplate = ({ number, other, input }) => ({
  subject: `Your ad can be seen (order #${number})`,
  paragraphs: [`${other.name} shows that your ad ran: ${input['link']}`, ...quote(input['note'])],
});
