import { memo } from 'react';
import { FileList } from '../files/file-list.tsx';
import { useFormats } from '../i18n/formats.ts';
import { useApiText, useText } from '../i18n/use-text.ts';
import { ReportButton } from '../moderation/report-button.tsx';
import { EntryDetails } from '../steps/entry-details.tsx';
import { OfferVersions } from '../steps/offer-versions.tsx';
import { MessageTools } from './message-tools.tsx';
import type { Order } from './order-room.tsx';
import type { Entry } from './use-timeline.ts';

interface EntryItemProps {
  readonly entry: Entry;
  readonly viewerRole: Order['viewerRole'];
  readonly onReply: (entry: Entry) => void;
}

/** One entry of the timeline: a message, or an event with what it was done with. */
export const EntryItem = memo(
  ({ entry, viewerRole, onReply }: EntryItemProps) => {
    const text = useText();
    const apiText = useApiText();
    const { dateTime } = useFormats();
    const { actor, person, files, ad, offer } = entry;
    const message = messageOf(entry);
    const isOwn = entry.actorRole === viewerRole;
    const isMessage = entry.type === 'MESSAGE_SENT';
    const event = apiText(`entry.${entry.type}`, entry.title);
    return (
      <li
        id={`entry-${entry.number}`}
        className={`entry${message ? ' entry--message' : ''}${isOwn ? ' entry--own' : ''}`}
      >
        <div className="row small muted">
          <strong dir="auto">{person?.name ?? actor?.name ?? text(`actorRole.${entry.actorRole}`)}</strong>
          {!isMessage && <span className="entry__event">{event}</span>}
          {ad && <span dir="auto">{ad.name}</span>}
          <time dateTime={entry.occurredAt}>{dateTime(entry.occurredAt)}</time>
          {message?.editedAt && !message.deletedAt && <span>{text('chat.edited')}</span>}
        </div>
        {message?.replyTo && (
          <blockquote className="entry__quote small" dir="auto">
            {message.replyTo.author?.name}: {message.replyTo.deletedAt ? text('chat.deleted') : message.replyTo.text}
          </blockquote>
        )}
        {message && (
          <p className="preserve" dir="auto">
            {message.deletedAt ? text('chat.deleted') : message.text}
          </p>
        )}
        {!message && <EntryDetails details={entry.details} />}
        {offer && <OfferVersions offer={offer} />}
        <FileList files={isMessage ? (message?.attachments ?? []) : files} />
        {isMessage && message && !message.deletedAt && (
          <div className="row">
            <MessageTools message={message} isOwn={isOwn} onReply={() => onReply(entry)} />
            {!isOwn && (
              <ReportButton subjectId={message.id} subject={text('report.message', { number: entry.number })} />
            )}
          </div>
        )}
      </li>
    );
  },
  (before, after) => before.entry === after.entry && before.viewerRole === after.viewerRole,
);

/** The message that an entry shows: its own. That a message was edited or deleted is an event, without its text. */
export const messageOf = ({ number, message }: Entry): Entry['message'] =>
  message?.number === number ? message : null;
