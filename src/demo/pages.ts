/** The first page in development: the demo people, and links to begin with. */
import { openSession } from '../auth/sessions.ts';
import { escapeHtml, page, type Route } from '../http/route.ts';
import { type GraphiQL, graphqlPath } from '../server/yoga.ts';
import type { OrderServices } from '../services/order-services.ts';
import { exampleOperations } from './operations.ts';
import { people, peopleByName } from './people.ts';

export function demoRoutes(): Route[] {
  const home = () => page(render());
  // Links in e-mails lead to /orders/…, where the browser client will be.
  return [
    { path: '/', get: home },
    { path: '/orders/', get: home },
  ];
}

function render(): string {
  const rows = peopleByName.map(
    ([name, { name: title, email, about }]) =>
      `<tr><td><a href="${graphqlPath}?as=${name}">${escapeHtml(title)}</a></td><td>${escapeHtml(about)}</td><td><code>${escapeHtml(email)}</code></td></tr>`,
  );
  return `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Placard</title>
<style>body{font:16px/1.5 system-ui,sans-serif;max-width:52em;margin:2em auto;padding:0 1em;color:#1c2333}td{padding:.35em 1.2em .35em 0;vertical-align:top}code{background:#f0f2f8;padding:.1em .3em;border-radius:4px}</style>
<h1>Placard</h1><p>The order room of a direct ad marketplace. Open GraphiQL as one of the demo people. Open it as another in a second window, follow an order with <code>orderTimeline</code> in the first, and act in the second.</p>
<table>${rows.join('')}</table>
<p>E-mails are not really sent: read them in the <a href="/mailbox">mailbox</a>. Advance the <a href="/clock">clock</a> to see reminders, deadlines and renewals. To sign in from your own client, call <code>requestSignInCode</code>, take the code from the mailbox, and call <code>signIn</code>.</p></html>`;
}

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
