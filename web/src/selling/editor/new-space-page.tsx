import { useNavigate } from '@tanstack/react-router';
import { useCallback } from 'react';
import { useApiMutation } from '../../api/use-api.ts';
import { paths } from '../../app/paths.ts';
import { CreateSpaceDocument } from '../../generated/graphql.ts';
import { useText } from '../../i18n/use-text.ts';
import { toast } from '../../ui/announcer.tsx';
import { Page } from '../../ui/page.tsx';
import { useIdempotencyKey } from '../../ui/use-idempotency-key.ts';
import { SpaceForm } from './space-form.tsx';

/** The first form of a new space. Its prices, pictures and days follow on the page of the space. */
export function NewSpacePage() {
  const text = useText();
  const navigate = useNavigate();
  const idempotencyKey = useIdempotencyKey();
  const create = useApiMutation(CreateSpaceDocument);
  return (
    <Page title={text('selling.newSpace')} isNarrow>
      <p className="muted">{text('editor.newIntroduction')}</p>
      <SpaceForm
        submitLabel={text('editor.create')}
        save={useCallback((input) => create({ input: { ...input, idempotencyKey } }), [create, idempotencyKey])}
        onSaved={({ id }) => {
          toast(text('editor.created'));
          void navigate({ to: paths.editSpace, params: { spaceId: id }, replace: true });
        }}
      />
    </Page>
  );
}
