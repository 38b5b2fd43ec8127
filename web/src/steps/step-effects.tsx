import { type ReactNode, useEffect, useState } from 'react';
import { useTranslatedRefusal } from '../api/refusal-text.ts';
import { type Refused, refusalOf, useApiQuery } from '../api/use-api.ts';
import { PreviewAdStepDocument, PreviewOrderStepDocument, type StepPreviewViewFragment } from '../generated/graphql.ts';
import { useFormats } from '../i18n/formats.ts';
import { useApiText, useText } from '../i18n/use-text.ts';
import { Button } from '../ui/button.tsx';
import { refusalText } from '../ui/form.tsx';
import type { StepAction } from './step-form.tsx';

interface StepEffectsProps {
  readonly action: StepAction;
  /** The input of the step; undefined while a required value is missing. */
  readonly input: Readonly<Record<string, unknown>> | undefined;
}

/** Typing pauses this long before the effects are asked for. */
const pauseMs = 400;

/** The effects that the step would have now: shown for a step that ends something, and for others on request. */
export function StepEffects({ action, input }: StepEffectsProps) {
  const text = useText();
  const [isRequested, setIsRequested] = useState(action.isFinal);
  const preview = useStepPreview(isRequested && input ? JSON.stringify(previewInput(action, input)) : undefined);
  if (!isRequested)
    return (
      <div>
        <Button variant="quiet" onPress={() => setIsRequested(true)}>
          {text('step.showEffects')}
        </Button>
      </div>
    );
  return (
    <section className="stack stack--small" aria-label={text('step.effects')} aria-live="polite">
      {preview && (
        <>
          <h3>{text('step.effects')}</h3>
          {'code' in preview ? <p className="muted">{refusalText(text, preview)}</p> : <EffectList preview={preview} />}
        </>
      )}
    </section>
  );
}

/** Texts have no effect of their own, so each is the same in a preview, whatever is typed. */
function previewInput({ step, fields }: StepAction, input: Readonly<Record<string, unknown>>): object {
  const texts = fields.filter(({ kind, name }) => kind === 'TEXT' && input[name] !== undefined);
  return { [fieldName(step)]: { ...input, ...Object.fromEntries(texts.map(({ name }) => [name, 'Preview'])) } };
}

/** CANCEL_ORDER is the field `cancelOrder`. */
const fieldName = (step: string): string =>
  step.toLowerCase().replace(/_[a-z]/g, (underscored) => underscored.charAt(1).toUpperCase());

/** The effects for an input as JSON. They are asked for again when it has changed. */
function useStepPreview(input: string | undefined): StepPreviewViewFragment | Refused | undefined {
  const translated = useTranslatedRefusal();
  const settled = useSettled(input);
  const isCurrent = input !== undefined && input === settled;
  const variables = { input: JSON.parse(settled ?? '{}') };
  const isOfAd = settled?.includes('"adId":') ?? false;
  const order = useApiQuery(PreviewOrderStepDocument, variables, {
    pause: !isCurrent || isOfAd,
    policy: 'network-only',
  });
  const ad = useApiQuery(PreviewAdStepDocument, variables, { pause: !isCurrent || !isOfAd, policy: 'network-only' });
  const { data, error, isFetching } = isOfAd ? ad : order;
  if (!isCurrent || isFetching) return undefined;
  if (error) return translated(refusalOf(error));
  const [preview] = Object.values(data ?? {}).filter((value) => typeof value === 'object');
  return preview && 'code' in preview ? translated(preview) : preview;
}

/** The value, once it has not changed for a moment. */
function useSettled(value: string | undefined): string | undefined {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), pauseMs);
    return () => clearTimeout(timer);
  }, [value]);
  return settled;
}

function EffectList({ preview }: { readonly preview: StepPreviewViewFragment }) {
  const text = useText();
  const apiText = useApiText();
  const { money, dateTime } = useFormats();
  const { orderAfter, moneyChanges, adChanges, deadlineChanges, emails } = preview;
  const roles = [...new Set(emails.map(({ role }) => role))];
  const effects: ReactNode[] = [
    ...(orderAfter && orderAfter.status !== orderAfter.previousStatus
      ? [text('step.effect.status', { status: apiText(`orderStatus.${orderAfter.status}`, orderAfter.statusTitle) })]
      : []),
    ...moneyChanges.map(({ kind, amount }) => text(`step.effect.money.${kind}`, { amount: money(amount) })),
    ...adChanges.map((ad) =>
      text(`step.effect.ad.${ad.kind}`, {
        name: ad.name ?? '',
        status: ad.status ? text(`adStatus.${ad.status}`) : '',
      }),
    ),
    ...deadlineChanges
      .filter(({ isReminder }) => !isReminder)
      .map(({ step, title, dueAt }) =>
        text(dueAt ? 'step.effect.deadlineSet' : 'step.effect.deadlineCleared', {
          time: dueAt ? dateTime(dueAt) : '',
          step: apiText(`orderStep.${step}`, title),
        }),
      ),
    ...roles.map((role) => text(`step.effect.email.${role}`)),
  ];
  if (effects.length === 0) return <p>{text('step.effect.none')}</p>;
  return (
    <ul>
      {effects.map((effect, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the whole list changes with each preview
        <li key={index} dir="auto">
          {effect}
        </li>
      ))}
    </ul>
  );
}
