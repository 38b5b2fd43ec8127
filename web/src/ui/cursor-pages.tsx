import { Fragment, type ReactNode, useState } from 'react';
import { useText } from '../i18n/use-text.ts';
import { Button } from './button.tsx';

/** The part of a connection that says if there is more. */
export interface PageInfo {
  readonly hasNextPage: boolean;
  readonly endCursor?: string | null | undefined;
}

interface CursorPagesProps {
  /** Draws the page after a cursor, and calls `more` with its `pageInfo` at its end. */
  readonly children: (after: string | undefined, more: (pageInfo: PageInfo) => ReactNode) => ReactNode;
}

/** A list that is read page by page, by cursor. Give it a `key` that changes with the filters of the list. */
export function CursorPages({ children }: CursorPagesProps) {
  const text = useText();
  const [cursors, setCursors] = useState<readonly (string | undefined)[]>([undefined]);
  return cursors.map((after, index) => (
    <Fragment key={after ?? ''}>
      {children(after, ({ hasNextPage, endCursor }) => {
        const isLast = index === cursors.length - 1;
        if (!isLast || !hasNextPage || !endCursor) return null;
        return (
          <div className="row">
            <Button onPress={() => setCursors([...cursors, endCursor])}>{text('common.more')}</Button>
          </div>
        );
      })}
    </Fragment>
  ));
}
