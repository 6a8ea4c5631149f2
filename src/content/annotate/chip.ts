import type { SubjectId } from '../../domain/mentions/mention.ts';
import { uiDirection, uiLocale } from '../../ui/locale.ts';
import { createClosedHost } from '../closed-host.ts';
import { pageLook } from '../page-look.ts';
import chipCss from './chip.css?inline';
import type { ChipFigure } from './chip-figure.ts';

/** A small figure in the text, behind the mention it belongs to. */
export interface Chip {
  /** The node in the page: an empty element, so that the page's own text, copies and prints stay as they are. */
  readonly element: HTMLElement;
  show(figure: ChipFigure): void;
  /** Tells assistive technology whether the card of this chip is open. */
  setExpanded(expanded: boolean): void;
  focus(): void;
}

export interface ChipParts {
  /** What the chip is about. Written inside the closed root only: the page does not learn it. */
  readonly id: SubjectId;
  /** Whether it stands by itself instead of behind its mention: then a line may begin with it. */
  readonly isApart: boolean;
  readonly onFocus: () => void;
  readonly onBlur: () => void;
  readonly onPress: () => void;
}

/** Chips often stand in clickable parts of the page: what is meant for the chip must not reach those. */
const KEPT_FROM_PAGE = [
  'click',
  'auxclick',
  'dblclick',
  'mousedown',
  'mouseup',
  'pointerdown',
  'pointerup',
  'touchstart',
];

/** Keeps the chip on the line of its mention even where its text begins with a dash. */
const WORD_JOINER = '\u2060';
const ZERO_WIDTH_SPACE = '\u200B';
/** As wide as a digit. */
const FIGURE_SPACE = '\u2007';

const toButton = ({ id, onFocus, onBlur, onPress }: ChipParts): HTMLElement => {
  // A <button> is a box to the line breaker; a span with its role is a word.
  const button = document.createElement('span');
  button.className = 'chip';
  button.dir = uiDirection();
  button.lang = uiLocale();
  button.tabIndex = 0;
  button.dataset['id'] = id;
  button.setAttribute('role', 'button');
  button.setAttribute('aria-haspopup', 'dialog');
  for (const type of KEPT_FROM_PAGE) button.addEventListener(type, (event) => event.stopPropagation());
  button.addEventListener('click', (event) => {
    event.preventDefault();
    if (event.isTrusted) onPress();
  });
  button.addEventListener('keydown', (event) => {
    if (!event.isTrusted || (event.key !== 'Enter' && event.key !== ' ')) return;
    event.preventDefault();
    event.stopPropagation();
    onPress();
  });
  button.addEventListener('focus', onFocus);
  button.addEventListener('blur', onBlur);
  return button;
};

export const createChip = (parts: ChipParts): Chip => {
  const { element, root } = createClosedHost('mn-chip', [chipCss], pageLook.sheet);
  const button = toButton(parts);
  const value = document.createTextNode('');
  const change = document.createElement('span');
  change.className = 'change';
  const arrow = document.createElement('span');
  arrow.className = 'arrow';
  const changeText = document.createTextNode('');
  const reserve = document.createTextNode('');
  change.append(arrow, changeText);
  button.append(value, change, reserve);
  root.append(parts.isApart ? ZERO_WIDTH_SPACE : WORD_JOINER, button);

  let widest = 0;
  let shown = '';

  return {
    element,

    show(figure) {
      const next = JSON.stringify(figure);
      if (next === shown) return;
      shown = next;
      value.data = figure.value;
      arrow.textContent = figure.arrow;
      changeText.data = figure.change ?? '';
      change.hidden = figure.change === null;
      change.dataset['direction'] = figure.direction;
      button.dataset['state'] = figure.state;
      button.setAttribute('aria-label', figure.label);
      // Grows and never shrinks: a price that loses a digit must not move the line.
      const length = figure.value.length + figure.arrow.length + (figure.change?.length ?? 0);
      widest = Math.max(widest, length);
      reserve.data = FIGURE_SPACE.repeat(widest - length);
    },

    setExpanded: (expanded) => button.setAttribute('aria-expanded', String(expanded)),
    focus: () => button.focus({ preventScroll: true }),
  };
};
