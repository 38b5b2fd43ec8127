import { type OrderEmailTemplate, quote } from '../email.ts';

export const adRejected: OrderEmailTemplate = ({ number, other, input, setup }) => ({
  subject: `Your ad was rejected (order #${number})`,
  paragraphs: [
    `${other.name} cannot publish the ad “${input['adName']}” in its current form.`,
    ...quote(input['note']),
    'You can change it and submit it again.',
  ],
  ...(setup ? { link: { label: 'Change the ad', url: setup.url } } : {}),
});
