import { useState } from 'react';
import { useText } from '../../i18n/use-text.ts';
import { Button } from '../../ui/button.tsx';
import { CursorPages } from '../../ui/cursor-pages.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Page } from '../../ui/page.tsx';
import { SellingLinks } from '../selling-links.tsx';
import { NewPlacementForm } from './new-placement-form.tsx';
import { PlacementList } from './placement-list.tsx';

/** The placements of the seller: where ads are shown on the seller's pages. */
export function PlacementsPage() {
  const text = useText();
  const [isCreating, setIsCreating] = useState(false);
  const [listNumber, setListNumber] = useState(0);
  const reload = () => setListNumber((before) => before + 1);
  const close = () => setIsCreating(false);
  return (
    <Page
      title={text('placements.title')}
      isNarrow
      actions={
        <Button variant="primary" onPress={() => setIsCreating(true)}>
          {text('placements.new')}
        </Button>
      }
    >
      <SellingLinks />
      <p className="muted">{text('placements.introduction')}</p>
      <CursorPages key={listNumber}>
        {(after, more) => <PlacementList after={after} more={more} onDeleted={reload} />}
      </CursorPages>
      <Dialog title={text('placements.new')} isOpen={isCreating} onClose={close}>
        <NewPlacementForm
          onClose={close}
          onCreated={() => {
            close();
            reload();
          }}
        />
      </Dialog>
    </Page>
  );
}
