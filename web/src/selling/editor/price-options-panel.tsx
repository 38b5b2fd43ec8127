import { useCallback, useState } from 'react';
import { useApiMutation } from '../../api/use-api.ts';
import {
  ArchivePriceOptionDocument,
  type EditedSpaceViewFragment,
  type PriceOptionViewFragment,
} from '../../generated/graphql.ts';
import { useFormats } from '../../i18n/formats.ts';
import { useText } from '../../i18n/use-text.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Form, useSubmission } from '../../ui/form.tsx';
import { PriceOptionForm } from './price-option-form.tsx';

/** The form that is open: a new option, a change, or the end of an option. */
type OpenForm =
  | { readonly kind: 'NEW' }
  | { readonly kind: 'CHANGE' | 'ARCHIVE'; readonly option: PriceOptionViewFragment };

/** The ways to buy a space, with buttons that add, change and archive them. */
export function PriceOptionsPanel({ space: { id, options } }: { readonly space: EditedSpaceViewFragment }) {
  const text = useText();
  const { money } = useFormats();
  const [form, setForm] = useState<OpenForm>();
  const close = () => setForm(undefined);
  const title =
    form?.kind === 'ARCHIVE' ? 'options.archive' : form?.kind === 'CHANGE' ? 'options.change' : 'options.add';
  return (
    <section className="card stack" aria-labelledby="options">
      <h2 id="options">{text('space.prices')}</h2>
      {options.length === 0 && <p>{text('options.empty')}</p>}
      <ul className="plain-list stack stack--small">
        {options.map((option) => (
          <li key={option.id} className="row row--spread">
            <div>
              <strong dir="auto">{option.title}</strong>
              <div className="muted">
                {money(option.price)}, {text(`measure.${option.measure}`, { quantity: option.quantity ?? 0 })}
                {option.isMonthly && `, ${text('space.monthly')}`}
              </div>
            </div>
            <div className="row">
              <Button
                onPress={() => setForm({ kind: 'CHANGE', option })}
                aria-label={text('options.changeOf', { title: option.title })}
              >
                {text('common.change')}
              </Button>
              <Button
                variant="danger"
                onPress={() => setForm({ kind: 'ARCHIVE', option })}
                aria-label={text('options.archiveOf', { title: option.title })}
              >
                {text('options.archiveShort')}
              </Button>
            </div>
          </li>
        ))}
      </ul>
      <div className="row">
        <Button onPress={() => setForm({ kind: 'NEW' })}>{text('options.add')}</Button>
      </div>
      <Dialog title={text(title)} isOpen={form !== undefined} onClose={close}>
        {form?.kind === 'NEW' && <PriceOptionForm spaceId={id} onClose={close} />}
        {form?.kind === 'CHANGE' && <PriceOptionForm spaceId={id} option={form.option} onClose={close} />}
        {form?.kind === 'ARCHIVE' && <ArchiveOptionForm option={form.option} onClose={close} />}
      </Dialog>
    </section>
  );
}

interface ArchiveOptionFormProps {
  readonly option: PriceOptionViewFragment;
  readonly onClose: () => void;
}

function ArchiveOptionForm({ option: { id, title }, onClose }: ArchiveOptionFormProps) {
  const text = useText();
  const archive = useApiMutation(ArchivePriceOptionDocument);
  const { submit, ...state } = useSubmission(
    useCallback(() => archive({ input: { priceOptionId: id } }), [archive, id]),
  );
  const send = async () => {
    if (await submit()) onClose();
  };
  return (
    <Form
      {...state}
      isDanger
      onSubmit={send}
      submitLabel={text('options.archiveShort')}
      actions={<Button onPress={onClose}>{text('common.cancel')}</Button>}
    >
      <p>{text('options.archiveText', { title })}</p>
    </Form>
  );
}
