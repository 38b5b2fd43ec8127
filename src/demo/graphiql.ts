/** GraphiQL for development with demo data. */
import { openSession } from '../auth/sessions.ts';
import type { GraphiQL } from '../server/yoga.ts';
import type { OrderServices } from '../services/order-services.ts';
import { exampleOperations } from './operations.ts';
import { people } from './people.ts';

/** GraphiQL with examples, for development with demo data. `?as=ada` opens it with a session of that person. */
export function demoGraphiQL(app: OrderServices): GraphiQL {
  return async (url) => {
    const name = url.searchParams.get('as');
    const email = name && Object.hasOwn(people, name) ? people[name as keyof typeof people].email : undefined;
    const person = email ? await app.db.person.findUnique({ where: { email }, select: { id: true } }) : null;
    if (!person) return { defaultQuery: exampleOperations, headers: '{}' };
    const { token } = await app.db.$transaction((tx) => openSession(app, tx, person.id));
    return { defaultQuery: exampleOperations, headers: JSON.stringify({ Authorization: `Bearer ${token}` }, null, 2) };
  };
}
