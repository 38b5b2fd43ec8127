import { useCallback, useState } from 'react';
import { useIntl } from 'react-intl';
import { type Outcome, useApiMutation, useApiQuery } from '../../api/use-api.ts';
import {
  CreatePriceOptionDocument,
  CurrenciesDocument,
  type PriceMeasure,
  type PriceOptionViewFragment,
  UpdatePriceOptionDocument,
} from '../../generated/graphql.ts';
import { amountOf, amountText } from '../../i18n/amounts.ts';
import { currencies as allCurrencies } from '../../i18n/currencies.ts';
import { useText } from '../../i18n/use-text.ts';
import { Button } from '../../ui/button.tsx';
import { Checkbox } from '../../ui/checkbox.tsx';
import { Form, unreadable, useSubmission } from '../../ui/form.tsx';
import { SelectField } from '../../ui/select-field.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { useIdempotencyKey } from '../../ui/use-idempotency-key.ts';
import { typedNumber, wholeNumberOf } from '../typed-values.ts';

const measures = ['DAYS', 'IMPRESSIONS', 'CLICKS', 'FLAT'] as const;

interface PriceOptionFormProps {
  readonly spaceId: string;
  /** Undefined for a new option. */
  readonly option?: PriceOptionViewFragment;
  readonly onClose: () => void;
}

/** The form of a price option. */
export function PriceOptionForm({ spaceId, option, onClose }: PriceOptionFormProps) {
  const text = useText();
  const intl = useIntl();
  const idempotencyKey = useIdempotencyKey();
  const { data } = useApiQuery(CurrenciesDocument, {});
  const [title, setTitle] = useState(option?.title ?? '');
  const [currency, setCurrency] = useState(option?.price.currency ?? 'EUR');
  const [amount, setAmount] = useState(option ? amountText(option.price.minorUnits, option.price.currency) : '');
  const [measure, setMeasure] = useState<PriceMeasure | ''>(option?.measure ?? 'DAYS');
  const [quantity, setQuantity] = useState(typedNumber(option?.quantity));
  const [isMonthly, setIsMonthly] = useState(option?.isMonthly ?? false);
  const create = useApiMutation(CreatePriceOptionDocument);
  const update = useApiMutation(UpdatePriceOptionDocument);
  const currencies = data?.marketplace.currencies ?? allCurrencies;
  const options = currencies.includes(currency) ? currencies : [currency, ...currencies];
  const { submit, ...state } = useSubmission(
    useCallback(async (): Promise<Outcome<unknown>> => {
      const price = amountOf(amount, currency);
      const count = measure === 'FLAT' ? null : wholeNumberOf(quantity);
      if (!price) return unreadable({ price: text(amount.trim() ? 'step.unreadable.MONEY' : 'step.missing') });
      if (count === undefined) return unreadable({ quantity: text('step.unreadable.NUMBER') });
      const properties = {
        title,
        price,
        measure: measure || 'DAYS',
        quantity: count,
        isMonthly,
        idempotencyKey,
      } as const;
      return option
        ? update({ input: { ...properties, priceOptionId: option.id } })
        : create({ input: { ...properties, spaceId } });
    }, [amount, currency, measure, quantity, title, isMonthly, idempotencyKey, option, spaceId, create, update, text]),
  );
  const send = async () => {
    if (await submit()) onClose();
  };
  return (
    <Form
      {...state}
      onSubmit={send}
      submitLabel={text(option ? 'common.save' : 'options.add')}
      actions={<Button onPress={onClose}>{text('common.cancel')}</Button>}
    >
      <TextField
        name="title"
        isRequired
        label={text('options.title')}
        description={text('options.titleHelp')}
        value={title}
        onChange={setTitle}
      />
      <div className="field-grid">
        <TextField
          name="price"
          isRequired
          inputMode="decimal"
          label={text('options.price')}
          value={amount}
          onChange={setAmount}
        />
        <SelectField
          name="currency"
          isRequired
          label={text('catalogue.currency')}
          value={currency}
          options={options.map((value) => ({
            value,
            label: text('options.currency', {
              code: value,
              name: intl.formatDisplayName(value, { type: 'currency' }) ?? value,
            }),
          }))}
          onChange={setCurrency}
        />
      </div>
      <div className="field-grid">
        <SelectField
          name="measure"
          isRequired
          label={text('options.measure')}
          value={measure}
          options={measures.map((value) => ({ value, label: text(`options.measure.${value}`) }))}
          onChange={setMeasure}
        />
        {measure !== 'FLAT' && (
          <TextField
            name="quantity"
            isRequired
            inputMode="numeric"
            label={text('options.quantity')}
            value={quantity}
            onChange={setQuantity}
          />
        )}
      </div>
      <Checkbox isSelected={isMonthly} onChange={setIsMonthly}>
        {text('options.isMonthly')}
      </Checkbox>
      {option && <p className="muted small">{text('options.changeHelp')}</p>}
    </Form>
  );
}
