import type { Mention } from '../../domain/mentions/mention.ts';
import { askBackground } from '../../platform/messenger.ts';
import { message } from '../../ui/strings.ts';
import { toWhyText } from './why-text.ts';

export interface CardFootProps {
  readonly mention: Mention;
  readonly onDismiss: () => void;
  readonly onBlockSite: () => void;
  readonly onOpenPanel: () => void;
}

/** Why these words were taken for the coin, and what the reader can do about it. */
export const CardFoot = ({ mention, onDismiss, onBlockSite, onOpenPanel }: CardFootProps) => (
  <footer>
    <p class="explained">{message('cardWhy', mention.surface, toWhyText(mention))}</p>
    <p class="acts">
      <button type="button" class="act" onClick={onOpenPanel}>
        {message('cardOpenPanel')}
      </button>
      {mention.kind === 'coin' && (
        <button
          type="button"
          class="act"
          data-act="alert"
          onClick={() => void askBackground('writeAlert', { coinId: mention.id })}
        >
          {message('cardAlert')}
        </button>
      )}
      <button type="button" class="act" data-act="dismiss" onClick={onDismiss}>
        {message(mention.kind === 'coin' ? 'cardNotThisCoin' : 'cardNotThisExchange')}
      </button>
      <button type="button" class="act" onClick={onBlockSite}>
        {message('cardNeverHere')}
      </button>
    </p>
  </footer>
);
