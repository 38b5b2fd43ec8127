import { Link, useParams } from '@tanstack/react-router';
import { useCallback } from 'react';
import { useApiMutation, useApiQuery } from '../../api/use-api.ts';
import { NotFoundPage } from '../../app/error-pages.tsx';
import { paths } from '../../app/paths.ts';
import { EditedSpaceDocument, type EditedSpaceViewFragment, UpdateSpaceDocument } from '../../generated/graphql.ts';
import { useText } from '../../i18n/use-text.ts';
import { toast } from '../../ui/announcer.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Page } from '../../ui/page.tsx';
import { QueryView } from '../../ui/query-view.tsx';
import { SpaceStatusBadge } from '../space-status-badge.tsx';
import { AvailabilityPanel } from './availability-panel.tsx';
import { CreativeRulesForm } from './creative-rules-form.tsx';
import { PicturesPanel } from './pictures-panel.tsx';
import { PriceOptionsPanel } from './price-options-panel.tsx';
import { SpaceForm, type SpaceFormProps } from './space-form.tsx';
import { StatusPanel } from './status-panel.tsx';

/** A space as its seller changes it. */
export function EditSpacePage() {
  const { spaceId } = useParams({ from: paths.editSpace });
  const query = useApiQuery(EditedSpaceDocument, { id: spaceId });
  return (
    <QueryView query={query}>
      {({ space, viewer }) =>
        space && space.seller.id === viewer?.id ? <SpaceEditor key={space.id} space={space} /> : <NotFoundPage />
      }
    </QueryView>
  );
}

function SpaceEditor({ space }: { readonly space: EditedSpaceViewFragment }) {
  const text = useText();
  const update = useApiMutation(UpdateSpaceDocument);
  const save = useCallback<SpaceFormProps['save']>(
    (input) => update({ input: { ...input, spaceId: space.id } }),
    [update, space.id],
  );
  const isArchived = space.status === 'ARCHIVED';
  return (
    <Page title={space.title} isNarrow actions={<SpaceStatusBadge status={space.status} />}>
      <p>
        <Link to={paths.selling}>{text('editor.toSpaces')}</Link>
      </p>
      {space.takenDownAt && (
        <Notice tone="bad">{text('selling.takenDown', { reason: space.takenDownReason ?? '' })}</Notice>
      )}
      {isArchived ? <Notice>{text('editor.isArchived')}</Notice> : <StatusPanel space={space} />}
      {!isArchived && (
        <>
          <PriceOptionsPanel space={space} />
          <PicturesPanel space={space} />
        </>
      )}
      <AvailabilityPanel space={space} />
      {!isArchived && (
        <>
          <section className="card stack" aria-labelledby="details">
            <h2 id="details">{text('space.details')}</h2>
            <SpaceForm
              space={space}
              submitLabel={text('editor.saveDetails')}
              save={save}
              onSaved={() => toast(text('editor.saved'))}
            />
          </section>
          <CreativeRulesForm space={space} />
        </>
      )}
    </Page>
  );
}
