import type { ReactNode, Ref } from 'react';
import { Button as AriaButton, type ButtonProps as AriaButtonProps } from 'react-aria-components';
import { useText } from '../i18n/use-text.ts';
import './button.css';

export interface ButtonProps extends Omit<AriaButtonProps, 'className' | 'style' | 'children' | 'isPending'> {
  /** `primary` for the one action that a form or a page is about; `danger` for one that ends something. */
  readonly variant?: 'primary' | 'secondary' | 'danger' | 'quiet';
  /** True while the action runs: the button says so. It keeps the focus, and its owner ignores another press. */
  readonly isPending?: boolean;
  readonly children?: ReactNode;
  readonly ref?: Ref<HTMLButtonElement>;
}

/** A button. */
export function Button({ variant = 'secondary', isPending = false, children, ...props }: ButtonProps) {
  const text = useText();
  return (
    <AriaButton {...props} className={`button button--${variant}`}>
      {children}
      <span role="status">
        {isPending && <span className="button__pending" role="img" aria-label={text('common.working')} />}
      </span>
    </AriaButton>
  );
}
