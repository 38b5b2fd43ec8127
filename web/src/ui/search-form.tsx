import { type FormEvent, useState } from 'react';
import { useText } from '../i18n/use-text.ts';
import { Button } from './button.tsx';
import { TextField } from './text-field.tsx';

interface SearchFormProps {
  readonly label: string;
  /** The words that are searched for now. Give the form a `key` of them, so that it shows them when they change. */
  readonly text: string;
  readonly onSearch: (words: string) => void;
}

/** A field for words. They are searched for when the visitor presses Enter or the button. */
export function SearchForm({ label, text: current, onSearch }: SearchFormProps) {
  const text = useText();
  const [words, setWords] = useState(current);
  const search = (event: FormEvent) => {
    event.preventDefault();
    onSearch(words.trim());
  };
  return (
    <form className="stack stack--small" onSubmit={search}>
      <TextField name="text" type="search" isRequired label={label} value={words} onChange={setWords} />
      <Button type="submit">{text('common.search')}</Button>
    </form>
  );
}
