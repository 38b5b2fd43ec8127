import type { ReactNode, RefObject } from 'react';
import { useText } from '../i18n/use-text.ts';
import './item-fieldset.css';

interface ItemFieldsetProps {
  /** The position in the list, from 0. */
  readonly index: number;
  /** A button beside the heading. */
  readonly action?: ReactNode;
  readonly group?: RefObject<HTMLFieldSetElement | null>;
  readonly children: ReactNode;
}

/** The frame around the fields of an item, with its number as the heading. */
export function ItemFieldset({ index, action, group, children }: ItemFieldsetProps) {
  const heading = useText()('placeOrder.item', { number: index + 1 });
  return (
    <fieldset ref={group} className="card item-fieldset">
      <legend className="visually-hidden">{heading}</legend>
      <div className="stack">
        <div className="row row--spread">
          <strong aria-hidden="true">{heading}</strong>
          {action}
        </div>
        {children}
      </div>
    </fieldset>
  );
}
