import { useState } from 'react';
import { useApiQuery } from '../api/use-api.ts';
import { DeskMarketplaceDocument } from '../generated/graphql.ts';
import { useText } from '../i18n/use-text.ts';
import { Notice } from '../ui/notice.tsx';
import { QueryView } from '../ui/query-view.tsx';
import { DeskFrame } from './desk-frame.tsx';
import { MarketplaceForm } from './marketplace-form.tsx';

/** The settings of the marketplace. */
export function MarketplacePage() {
  const text = useText();
  const query = useApiQuery(DeskMarketplaceDocument, {}, { policy: 'network-only' });
  // The revision at which another operator was faster. The form begins again with the settings after it.
  const [refused, setRefused] = useState<number>();
  return (
    <DeskFrame title={text('desk.marketplace')}>
      {refused !== undefined && (
        <Notice tone="warn" isLive>
          {text('desk.settingsChanged')}
        </Notice>
      )}
      <QueryView query={query}>
        {({ marketplace }) => (
          <MarketplaceForm
            key={refused !== undefined && (marketplace.revision ?? 0) > refused ? refused : 'first'}
            settings={marketplace}
            onSaved={() => setRefused(undefined)}
            onConflict={(revision) => {
              setRefused(revision);
              query.reload();
            }}
          />
        )}
      </QueryView>
    </DeskFrame>
  );
}
