import { Link } from '@tanstack/react-router';
import { useCallback, useId, useState } from 'react';
import { basePath } from '../../api/base-path.ts';
import { useApiMutation } from '../../api/use-api.ts';
import { paths } from '../../app/paths.ts';
import {
  DeletePlacementDocument,
  type PlacementViewFragment,
  UpdatePlacementDocument,
} from '../../generated/graphql.ts';
import { useFormats } from '../../i18n/formats.ts';
import { useText } from '../../i18n/use-text.ts';
import { toast } from '../../ui/announcer.tsx';
import { Badge } from '../../ui/badge.tsx';
import { Button } from '../../ui/button.tsx';
import { Checkbox } from '../../ui/checkbox.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Form, useSubmission } from '../../ui/form.tsx';
import { SelectField } from '../../ui/select-field.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { WeightForm } from './weight-form.tsx';

interface PlacementCardProps {
  readonly placement: PlacementViewFragment;
  readonly onDeleted: () => void;
}

/** A placement with the code that shows it, and its ads. */
export function PlacementCard({ placement, onDeleted }: PlacementCardProps) {
  const text = useText();
  const id = useId();
  const [form, setForm] = useState<'RENAME' | 'DELETE'>();
  const close = () => setForm(undefined);
  const { name, kind } = placement;
  return (
    <section className="card stack" aria-labelledby={id}>
      <div className="row row--spread">
        <h2 id={id} dir="auto">
          {name}
        </h2>
        <Badge>{text(`placementKind.${kind}`)}</Badge>
      </div>
      <Snippet placement={placement} />
      <AdsOfPlacement placement={placement} />
      <div className="row">
        <Button onPress={() => setForm('RENAME')} aria-label={text('placements.renameOf', { name })}>
          {text('placements.rename')}
        </Button>
        <Button variant="danger" onPress={() => setForm('DELETE')} aria-label={text('placements.deleteOf', { name })}>
          {text('placements.delete')}
        </Button>
      </div>
      <Dialog title={text('placements.renameOf', { name })} isOpen={form === 'RENAME'} onClose={close}>
        <RenameForm placement={placement} onClose={close} />
      </Dialog>
      <Dialog title={text('placements.deleteOf', { name })} isOpen={form === 'DELETE'} onClose={close}>
        <DeleteForm placement={placement} onClose={close} onDeleted={onDeleted} />
      </Dialog>
    </section>
  );
}

/** The style of the frame: the size of the placement, or the whole width of the page where it has none. */
const frameStyle = ({ width, height }: PlacementViewFragment): string =>
  width && height ? `border:0;width:${width}px;height:${height}px;max-width:100%` : 'border:0;width:100%;height:250px';

function Snippet({ placement }: Pick<PlacementCardProps, 'placement'>) {
  const text = useText();
  const { name, slug } = placement;
  const code = `<iframe src="${location.origin}${basePath}/p/${slug}" style="${frameStyle(placement)}"></iframe>`;
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(code);
      toast(text('placements.copied'));
    } catch {
      toast(text('placements.notCopied'));
    }
  };
  return (
    <div className="stack stack--small">
      <p>{text('placements.snippet')}</p>
      <pre className="snippet" dir="ltr">
        <code>{code}</code>
      </pre>
      <div className="row">
        <Button onPress={() => void copy()} aria-label={text('placements.copyOf', { name })}>
          {text('placements.copy')}
        </Button>
      </div>
    </div>
  );
}

function AdsOfPlacement({ placement: { ads, kind } }: Pick<PlacementCardProps, 'placement'>) {
  const text = useText();
  const { number } = useFormats();
  if (ads.length === 0) return <p>{text('placements.noAds')}</p>;
  return (
    <ul className="plain-list stack stack--small">
      {ads.map(({ ad, weight, isShown }) => (
        <li key={ad.id} className="row row--spread">
          <div>
            <span dir="auto">{ad.name}</span> {isShown && <Badge tone="good">{text('placements.isShown')}</Badge>}
            {ad.order && (
              <div>
                <Link to={paths.order} params={{ number: String(ad.order.number) }}>
                  {text('order.title', { number: ad.order.number })}
                </Link>
              </div>
            )}
            {kind === 'GROUP' && <div className="muted">{text('placements.weightIs', { weight: number(weight) })}</div>}
          </div>
          {kind === 'GROUP' && <WeightForm adId={ad.id} name={ad.name} weight={weight} />}
        </li>
      ))}
    </ul>
  );
}

interface CardFormProps {
  readonly placement: PlacementViewFragment;
  readonly onClose: () => void;
}

const referrerPolicies = ['NO_REFERRER', 'ORIGIN', 'STRICT_ORIGIN_WHEN_CROSS_ORIGIN'] as const;

function RenameForm({ placement, onClose }: CardFormProps) {
  const text = useText();
  const { id: placementId, kind } = placement;
  const [name, setName] = useState(placement.name);
  const [pausesReplacedAds, setPausesReplacedAds] = useState(placement.pausesReplacedAds);
  const [referrerPolicy, setReferrerPolicy] = useState(placement.referrerPolicy);
  const [addsUtmParameters, setAddsUtmParameters] = useState(placement.addsUtmParameters);
  const rename = useApiMutation(UpdatePlacementDocument);
  const { submit, ...state } = useSubmission(
    useCallback(
      () => rename({ input: { placementId, name, pausesReplacedAds, referrerPolicy, addsUtmParameters } }),
      [rename, placementId, name, pausesReplacedAds, referrerPolicy, addsUtmParameters],
    ),
  );
  const send = async () => {
    if (await submit()) onClose();
  };
  return (
    <Form
      {...state}
      onSubmit={send}
      submitLabel={text('common.save')}
      actions={<Button onPress={onClose}>{text('common.cancel')}</Button>}
    >
      <TextField name="name" isRequired label={text('placements.name')} value={name} onChange={setName} />
      {kind === 'SINGLE' && (
        <Checkbox isSelected={pausesReplacedAds} onChange={setPausesReplacedAds}>
          {text('placements.pausesReplaced')}
        </Checkbox>
      )}
      <SelectField
        name="referrerPolicy"
        isRequired
        label={text('placements.referrer')}
        value={referrerPolicy}
        options={referrerPolicies.map((value) => ({ value, label: text(`referrerPolicy.${value}`) }))}
        onChange={(value) => setReferrerPolicy(value || 'NO_REFERRER')}
      />
      <Checkbox isSelected={addsUtmParameters} onChange={setAddsUtmParameters}>
        {text('placements.addsUtm')}
      </Checkbox>
    </Form>
  );
}

function DeleteForm({
  placement: { id: placementId },
  onClose,
  onDeleted,
}: CardFormProps & Pick<PlacementCardProps, 'onDeleted'>) {
  const text = useText();
  const remove = useApiMutation(DeletePlacementDocument);
  const { submit, ...state } = useSubmission(
    useCallback(() => remove({ input: { placementId } }), [remove, placementId]),
  );
  const send = async () => {
    if (await submit()) onDeleted();
  };
  return (
    <Form
      {...state}
      isDanger
      onSubmit={send}
      submitLabel={text('placements.delete')}
      actions={<Button onPress={onClose}>{text('common.cancel')}</Button>}
    >
      <p>{text('placements.deleteText')}</p>
    </Form>
  );
}
