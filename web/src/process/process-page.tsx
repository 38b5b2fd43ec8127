import { useApiQuery } from '../api/use-api.ts';
import { ProcessDocument, type ProcessKind, type ProcessQuery } from '../generated/graphql.ts';
import { useApiText, useText } from '../i18n/use-text.ts';
import { Page } from '../ui/page.tsx';
import { QueryView } from '../ui/query-view.tsx';
import './process.css';

type Process = NonNullable<ProcessQuery['process']>;
type State = Process['states'][number];
type Step = Process['steps'][number];

/** The processes of orders and ads: their statuses in order, with the steps that lead out of each. */
export function ProcessPage() {
  const text = useText();
  return (
    <Page title={text('process.title')} isNarrow>
      <p className="muted">{text('process.introduction')}</p>
      <ProcessSection kind="ORDER" />
      <ProcessSection kind="AD" />
    </Page>
  );
}

function ProcessSection({ kind }: { readonly kind: ProcessKind }) {
  const text = useText();
  const title = text(`process.${kind}`);
  const query = useApiQuery(ProcessDocument, { kind });
  return (
    <section className="stack" aria-label={title}>
      <h2>{title}</h2>
      <QueryView query={query}>
        {({ process }) =>
          process && (
            <ol className="process plain-list stack">
              {process.states.map((state) => (
                <StateView key={state.name} kind={kind} state={state} process={process} />
              ))}
            </ol>
          )
        }
      </QueryView>
    </section>
  );
}

interface StateViewProps {
  readonly kind: ProcessKind;
  readonly state: State;
  readonly process: Process;
}

function StateView({ kind, state, process }: StateViewProps) {
  const text = useText();
  const apiText = useApiText();
  const titleOf = (name: string) =>
    apiText(
      kind === 'ORDER' ? `orderStatus.${name}` : `adStatus.${name}`,
      process.states.find((one) => one.name === name)?.title ?? name,
    );
  const steps = process.steps.filter(({ from, isOverride }) => from.includes(state.name) && !isOverride);
  return (
    <li className={state.isFinal ? 'process__state process__state--final card' : 'process__state card'}>
      <h3>{titleOf(state.name)}</h3>
      {state.waitingOn && (
        <p className="muted small">{text('process.waitingOn', { role: text(`process.role.${state.waitingOn}`) })}</p>
      )}
      {steps.length > 0 && (
        <ul className="stack stack--small">
          {steps.map((step) => (
            <StepView key={step.name} {...{ kind, step, state, titleOf }} />
          ))}
        </ul>
      )}
    </li>
  );
}

interface StepViewProps {
  readonly kind: ProcessKind;
  readonly step: Step;
  readonly state: State;
  readonly titleOf: (state: string) => string;
}

function StepView({ kind, step, state, titleOf }: StepViewProps) {
  const text = useText();
  const apiText = useApiText();
  const days = step.deadlines.find((deadline) => deadline.state === state.name)?.days;
  const roles = step.roles.map((role) => text(`process.role.${role}`)).join(', ');
  const targets = [...step.to.map(titleOf), ...(step.returns ? [text('process.back')] : [])];
  return (
    <li>
      {apiText(kind === 'ORDER' ? `orderStep.${step.name}` : `adStep.${step.name}`, step.title)}
      {targets.length > 0 && ` → ${targets.join(' / ')}`}
      <div className="muted small">
        {roles || text('process.automatic')}
        {days !== undefined && ` · ${text('process.afterDays', { days })}`}
        {step.outcome && ` · ${apiText(`outcome.${step.outcome}`, step.outcome)}`}
      </div>
    </li>
  );
}
