/** Forms: sending them, and showing the reason for a refusal at the fields that it is about. */
import { createContext, type ReactNode, useCallback, useContext, useEffect, useRef, useState } from 'react';
import type { Outcome, Refused } from '../api/use-api.ts';
import { type TextOf, useText } from '../i18n/use-text.ts';
import { Button } from './button.tsx';
import './form.css';

interface Submission<Result> {
  /** Runs the change, unless it is running. Resolves to the result; undefined if it was refused. */
  submit(): Promise<Result | undefined>;
  readonly isPending: boolean;
  readonly refusal: Refused | undefined;
}

/** Runs a change when a form is sent, and remembers the reason for the refusal. */
export function useSubmission<Result>(run: () => Promise<Outcome<Result>>): Submission<Outcome<Result>['result']> {
  const [refusal, setRefusal] = useState<Refused>();
  const [isPending, setIsPending] = useState(false);
  const isRunning = useRef(false);
  const submit = useCallback(async () => {
    // A second press comes before the button is drawn as pending.
    if (isRunning.current) return undefined;
    isRunning.current = true;
    setIsPending(true);
    setRefusal(undefined);
    try {
      const outcome = await run();
      setRefusal(outcome.refusal);
      return outcome.result;
    } finally {
      isRunning.current = false;
      setIsPending(false);
    }
  }, [run]);
  return { submit, isPending, refusal };
}

const ProblemsContext = createContext<ReadonlyMap<string, string>>(new Map());

/** The problem of the field with this name; undefined if there is none. */
export const useFieldProblem = (name: string): string | undefined => useContext(ProblemsContext).get(name);

interface FormProps {
  readonly onSubmit: () => unknown;
  readonly isPending: boolean;
  readonly refusal: Refused | undefined;
  /** The text of the button that sends the form. */
  readonly submitLabel: string;
  /** Buttons beside the one that sends the form. */
  readonly actions?: ReactNode;
  readonly isDanger?: boolean;
  readonly children?: ReactNode;
}

/**
 * A form. A refusal is announced above the button, and at the fields that it names, whose names are those of the input of
 * the mutation; the first of them is focused.
 */
export function Form({ onSubmit, isPending, refusal, submitLabel, actions, isDanger, children }: FormProps) {
  const text = useText();
  const form = useRef<HTMLFormElement>(null);
  const problems = new Map(refusal?.problems?.map(({ field, message }) => [field, message]));
  useEffect(() => {
    if (refusal) form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }, [refusal]);
  return (
    <form
      ref={form}
      className="stack"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        onSubmit();
      }}
    >
      <ProblemsContext value={problems}>{children}</ProblemsContext>
      <div role="alert" className="form__refusal">
        {refusal && refusalText(text, refusal)}
      </div>
      <div className="row">
        <Button type="submit" variant={isDanger ? 'danger' : 'primary'} isPending={isPending}>
          {submitLabel}
        </Button>
        {actions}
      </div>
    </form>
  );
}

/** The reason for a refusal, for people. */
export function refusalText(text: TextOf, { code, message, problems }: Refused): string {
  if (code === 'CONNECTION_LOST') return text('error.connectionLost');
  return problems?.length ? text('error.checkFields') : message;
}

/** The outcome of a form whose texts cannot be understood. `problems` has a message for each such field. */
export function unreadable(problems: Readonly<Record<string, string>>): { readonly refusal: Refused } {
  const entries = Object.entries(problems).map(([field, message]) => ({ field, message }));
  return { refusal: { code: 'INPUT_INVALID', message: '', problems: entries } };
}
