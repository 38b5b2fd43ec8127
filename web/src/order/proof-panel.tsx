import { FileList } from '../files/file-list.tsx';
import { useFormats } from '../i18n/formats.ts';
import { useText } from '../i18n/use-text.ts';
import { EntryDetails } from '../steps/entry-details.tsx';
import type { Order } from './order-room.tsx';
import type { Entry } from './use-timeline.ts';

interface ProofPanelProps {
  readonly order: Order;
  /** The entries that are loaded. */
  readonly entries: readonly Entry[];
}

/** The proof that the ad ran: whether it was asked for or given, and its pictures and links. */
export function ProofPanel({ order, entries }: ProofPanelProps) {
  const text = useText();
  const { dateTime } = useFormats();
  const proofs = entries.filter(isProof);
  if (order.proofStatus === 'NONE' && proofs.length === 0) return null;
  return (
    <section className="card stack stack--small" aria-labelledby="proof">
      <h2 id="proof">{text('proof.title')}</h2>
      <p className="muted">{text(`proofStatus.${order.proofStatus}`)}</p>
      {proofs.map(({ number, occurredAt, details, files }) => (
        <div key={number} className="stack stack--small">
          <time className="muted small" dateTime={occurredAt}>
            {dateTime(occurredAt)}
          </time>
          <EntryDetails details={details} />
          <FileList files={files} />
        </div>
      ))}
    </section>
  );
}

/** True for proof on its own, and for proof that came with the end of the work. */
const isProof = ({ type, files, details }: Entry): boolean =>
  type === 'PROOF_SUBMITTED' ||
  (type === 'ORDER_COMPLETED' && (files.length > 0 || details.some(({ name }) => name === 'proofLink')));
