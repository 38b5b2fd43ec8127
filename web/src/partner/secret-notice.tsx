import { useText } from '../i18n/use-text.ts';
import { toast } from '../ui/announcer.tsx';
import { Button } from '../ui/button.tsx';
import { Notice } from '../ui/notice.tsx';

interface SecretNoticeProps {
  readonly secret: string;
  /** Called when the reader has stored the secret. */
  readonly onClose: () => void;
}

/** A new secret, which cannot be read again after this. */
export function SecretNotice({ secret, onClose }: SecretNoticeProps) {
  const text = useText();
  const copy = async () => {
    await navigator.clipboard.writeText(secret);
    toast(text('partner.copied'));
  };
  return (
    <Notice
      tone="warn"
      isLive
      actions={
        <div className="row">
          <Button onPress={() => void copy()}>{text('partner.copy')}</Button>
          <Button onPress={onClose}>{text('partner.stored')}</Button>
        </div>
      }
    >
      <p>{text('partner.secretOnce')}</p>
      <code>{secret}</code>
    </Notice>
  );
}
