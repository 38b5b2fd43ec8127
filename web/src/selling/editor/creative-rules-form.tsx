import { useCallback, useState } from 'react';
import { type Outcome, useApiMutation } from '../../api/use-api.ts';
import {
  type CreativeKind,
  type EditedSpaceViewFragment,
  UpdateAdRenewalDocument,
  UpdateCreativeRulesDocument,
} from '../../generated/graphql.ts';
import { useText } from '../../i18n/use-text.ts';
import { toast } from '../../ui/announcer.tsx';
import { Checkbox } from '../../ui/checkbox.tsx';
import { Form, unreadable, useSubmission } from '../../ui/form.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { typedNumber, wholeNumberOf } from '../typed-values.ts';

const kinds = ['HTML', 'IMAGE'] as const;
const numbers = ['imageWidth', 'imageHeight', 'maxImageBytes', 'maxHtmlCharacters'] as const;

/** The form of what a space takes as an ad. */
export function CreativeRulesForm({ space }: { readonly space: EditedSpaceViewFragment }) {
  const text = useText();
  const { creativeRules: rules } = space;
  const [accepted, setAccepted] = useState<readonly CreativeKind[]>(rules.kinds);
  const [isExact, setIsExact] = useState(rules.isImageSizeExact);
  const [allowsRemoteContent, setAllowsRemoteContent] = useState(rules.allowsRemoteContent);
  const [renewsAds, setRenewsAds] = useState(space.renewsAds);
  const [typed, setTyped] = useState(
    () => Object.fromEntries(numbers.map((name) => [name, typedNumber(rules[name])])) as Record<Limit, string>,
  );
  const update = useApiMutation(UpdateCreativeRulesDocument);
  const updateRenewal = useApiMutation(UpdateAdRenewalDocument);
  const { submit, ...state } = useSubmission(
    useCallback(async (): Promise<Outcome<unknown>> => {
      const wrong = numbers.filter((name) => wholeNumberOf(typed[name]) === undefined);
      if (wrong.length > 0)
        return unreadable(Object.fromEntries(wrong.map((name) => [name, text('step.unreadable.NUMBER')])));
      const limits = Object.fromEntries(numbers.map((name) => [name, wholeNumberOf(typed[name]) ?? null]));
      const outcome = await update({
        input: { spaceId: space.id, kinds: [...accepted], isImageSizeExact: isExact, allowsRemoteContent, ...limits },
      });
      if (outcome.refusal || renewsAds === space.renewsAds) return outcome;
      return updateRenewal({ input: { spaceId: space.id, renewsAds } });
    }, [typed, accepted, isExact, allowsRemoteContent, renewsAds, space, update, updateRenewal, text]),
  );
  const send = async () => {
    if (await submit()) toast(text('editor.saved'));
  };
  const problemOf = (name: string) => {
    const problem = state.refusal?.problems?.find(({ field }) => field === name);
    return problem && <p className="field__problem small">{problem.message}</p>;
  };
  return (
    <section className="card stack" aria-labelledby="rules">
      <h2 id="rules">{text('editor.rules')}</h2>
      <Form {...state} onSubmit={send} submitLabel={text('editor.saveRules')}>
        <fieldset className="plain-fieldset">
          <legend>{text('space.adKinds')}</legend>
          {kinds.map((kind) => (
            <Checkbox
              key={kind}
              isSelected={accepted.includes(kind)}
              onChange={(isSelected) =>
                setAccepted((before) => [...before.filter((one) => one !== kind), ...(isSelected ? [kind] : [])])
              }
            >
              {text(`creativeKind.${kind}`)}
            </Checkbox>
          ))}
          {problemOf('kinds')}
        </fieldset>
        <div className="field-grid">
          {numbers.map((name) => (
            <TextField
              key={name}
              name={name}
              inputMode="numeric"
              label={text(`editor.rule.${name}`)}
              value={typed[name]}
              onChange={(value) => setTyped((before) => ({ ...before, [name]: value }))}
            />
          ))}
        </div>
        <Checkbox isSelected={isExact} onChange={setIsExact}>
          {text('editor.rule.exact')}
        </Checkbox>
        {problemOf('isImageSizeExact')}
        <Checkbox isSelected={allowsRemoteContent} onChange={setAllowsRemoteContent}>
          {text('editor.rule.remoteContent')}
        </Checkbox>
        <Checkbox isSelected={renewsAds} onChange={setRenewsAds}>
          {text('editor.renewsAds')}
        </Checkbox>
      </Form>
    </section>
  );
}

type Limit = (typeof numbers)[number];
