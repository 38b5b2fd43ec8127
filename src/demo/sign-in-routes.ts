/** The demo people, whom the sign-in page of the browser client offers in development. */
import { openSession } from '../auth/sessions.ts';
import { RouteRefused } from '../http/error-response.ts';
import { json, type Route } from '../http/route.ts';
import { isFromOwnPage, sessionCookie } from '../http/session-cookie.ts';
import { limits } from '../limits.ts';
import { dayMs } from '../platform/clock.ts';
import type { OrderServices } from '../services/order-services.ts';
import { people, peopleByName } from './people.ts';

/** `/demo/people`: GET lists them, POST `{ "name": "ada" }` signs in as one. Only for development. */
export const demoSignInRoutes = (app: OrderServices): Route[] => [
  {
    path: '/demo/people',
    get: async () => json(200, await listPeople(app)),
    postJson: async (read, request) => {
      if (!isFromOwnPage(app.config, request)) throw new RouteRefused('CROSS_SITE_REQUEST');
      const email = emailOf(await read());
      const person = email ? await app.db.person.findUnique({ where: { email }, select: { id: true } }) : null;
      if (!person) throw new RouteRefused('NOT_FOUND');
      const { token } = await app.db.$transaction((tx) => openSession(app, tx, person.id));
      const cookie = sessionCookie(app.config, token, (limits.session.days * dayMs) / 1_000);
      return { status: 204, type: 'text/plain; charset=utf-8', body: '', headers: { 'set-cookie': cookie } };
    },
  },
];

/** The demo people who exist in the database. */
async function listPeople({ db }: OrderServices) {
  const emails = peopleByName.map(([, { email }]) => email);
  const existing = await db.person.findMany({ where: { email: { in: emails } }, select: { email: true } });
  const existingEmails = new Set(existing.map(({ email }) => email));
  return peopleByName
    .filter(([, { email }]) => existingEmails.has(email))
    .map(([name, { person, name: account, about }]) => ({ name, person, account, about }));
}

function emailOf(body: unknown): string | undefined {
  const name = typeof body === 'object' && body !== null && 'name' in body ? body.name : undefined;
  return typeof name === 'string' && Object.hasOwn(people, name)
    ? people[name as keyof typeof people].email
    : undefined;
}
