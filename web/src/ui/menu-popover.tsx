import type { RefObject } from 'react';
import { Menu, MenuItem, Popover } from 'react-aria-components';
import type { MenuProps } from './menu.tsx';
import './menu.css';

interface MenuPopoverProps extends MenuProps {
  /** The button below which the menu is shown. It has the focus again when the menu is closed. */
  readonly trigger: RefObject<HTMLElement | null>;
  readonly onClose: () => void;
}

/** The entries of a menu that is open. */
export function MenuPopover({ label, entries, onSelect, trigger, onClose }: MenuPopoverProps) {
  return (
    <Popover
      className="menu__popover"
      placement="bottom end"
      trigger="MenuTrigger"
      triggerRef={trigger}
      aria-label={label}
      isOpen
      onOpenChange={(isOpen) => !isOpen && onClose()}
    >
      <Menu
        className="menu"
        aria-label={label}
        autoFocus="first"
        selectionMode={entries.some(({ isCurrent }) => isCurrent !== undefined) ? 'single' : 'none'}
        selectedKeys={entries.filter(({ isCurrent }) => isCurrent).map(({ id }) => id)}
        onAction={(key) => onSelect(String(key))}
        onClose={onClose}
      >
        {entries.map(({ id, label: entry }) => (
          <MenuItem key={id} id={id} className="menu__item" textValue={entry}>
            {entry}
          </MenuItem>
        ))}
      </Menu>
    </Popover>
  );
}
