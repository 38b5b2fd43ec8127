import { useState } from 'react';
import { useApiMutation, useApiQuery } from '../api/use-api.ts';
import { AddOperatorDocument, DeskOperatorsDocument, RemoveOperatorDocument } from '../generated/graphql.ts';
import { useText } from '../i18n/use-text.ts';
import { ActionButton } from '../ui/action-button.tsx';
import { toast } from '../ui/announcer.tsx';
import { QueryView } from '../ui/query-view.tsx';
import { TextField } from '../ui/text-field.tsx';
import { DeskFrame } from './desk-frame.tsx';

/** The people who run the marketplace. */
export function OperatorsPage() {
  const text = useText();
  const query = useApiQuery(DeskOperatorsDocument, {});
  const add = useApiMutation(AddOperatorDocument);
  const remove = useApiMutation(RemoveOperatorDocument);
  const [email, setEmail] = useState('');
  return (
    <DeskFrame title={text('desk.operators')}>
      <div>
        <ActionButton
          variant="primary"
          label={text('desk.addOperator')}
          description={text('desk.addOperatorHelp')}
          run={(idempotencyKey) => add({ input: { email, idempotencyKey } })}
          onDone={() => {
            setEmail('');
            toast(text('desk.operatorAdded'));
            query.reload();
          }}
        >
          <TextField
            name="email"
            type="email"
            isRequired
            label={text('signIn.email')}
            value={email}
            onChange={setEmail}
          />
        </ActionButton>
      </div>
      <QueryView query={query}>
        {({ viewer }) => (
          <ul className="plain-list stack stack--small">
            {viewer?.members?.map(({ person, email: address, role }) => (
              <li key={person.id} className="card row row--spread">
                <div>
                  <strong dir="auto">{person.name}</strong>
                  <div className="muted small">{[address, text(`memberRole.${role}`)].filter(Boolean).join(' · ')}</div>
                </div>
                <ActionButton
                  variant="danger"
                  label={text('common.remove')}
                  subject={person.name}
                  description={text('desk.removeOperatorHelp')}
                  run={(idempotencyKey) => remove({ input: { personId: person.id, idempotencyKey } })}
                  onDone={() => {
                    toast(text('desk.operatorRemoved', { name: person.name }));
                    query.reload();
                  }}
                />
              </li>
            ))}
          </ul>
        )}
      </QueryView>
    </DeskFrame>
  );
}
