import { lazy, Suspense, useRef, useState } from 'react';
import type { KeyboardEvent } from 'react-aria-components';
import { Button } from './button.tsx';

export interface MenuEntry {
  readonly id: string;
  readonly label: string;
  /** True for the entry that is in effect, in a menu that chooses. */
  readonly isCurrent?: boolean;
}

export interface MenuProps {
  /** The text of the button that opens the menu. */
  readonly label: string;
  readonly entries: readonly MenuEntry[];
  readonly onSelect: (id: string) => void;
}

/** Every page has menus, and few visitors open one: what opens is loaded when the button is touched or focused. */
const load = () => import('./menu-popover.tsx');
const MenuPopover = lazy(async () => ({ default: (await load()).MenuPopover }));

/** A button that opens a menu. */
export function Menu({ label, entries, onSelect }: MenuProps) {
  const button = useRef<HTMLButtonElement>(null);
  const [isOpen, setIsOpen] = useState(false);
  const openWithArrow = (event: KeyboardEvent) => {
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') setIsOpen(true);
    else event.continuePropagation();
  };
  return (
    <>
      <Button
        ref={button}
        variant="quiet"
        aria-haspopup="menu"
        aria-expanded={isOpen}
        onFocus={() => void load()}
        onHoverStart={() => void load()}
        onKeyDown={openWithArrow}
        onPress={() => setIsOpen(true)}
      >
        {label}
      </Button>
      <Suspense>
        {isOpen && <MenuPopover trigger={button} onClose={() => setIsOpen(false)} {...{ label, entries, onSelect }} />}
      </Suspense>
    </>
  );
}
