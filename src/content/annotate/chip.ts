import chipStyle from './chip.css?inline';
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
  readonly onFocus: () => void;
  readonly onBlur: () => void;
  readonly onPress: () => void;
}

let sheet: CSSStyleSheet | null = null;

/** One sheet for all chips: a sheet of its own in each would cost more than the chip. */
const sharedSheet = (): CSSStyleSheet => {
  if (sheet) return sheet;
  sheet = new CSSStyleSheet();
  sheet.replaceSync(chipStyle);
  return sheet;
};

/** Chips often stand inside links and clickable cards of the page: what is meant for the chip must not reach those. */
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

export const createChip = ({ onFocus, onBlur, onPress }: ChipParts): Chip => {
  const element = document.createElement('mn-chip');
  const root = element.attachShadow({ mode: 'closed' });
  root.adoptedStyleSheets = [sharedSheet()];

  const button = document.createElement('button');
  button.type = 'button';
  button.setAttribute('aria-haspopup', 'dialog');
  const value = document.createTextNode('');
  const change = document.createElement('span');
  const changeText = document.createTextNode('');
  change.append(changeText);
  button.append(value, change);
  root.append(button);

  for (const type of KEPT_FROM_PAGE) button.addEventListener(type, (event) => event.stopPropagation());
  button.addEventListener('click', (event) => {
    event.preventDefault();
    onPress();
  });
  button.addEventListener('focus', onFocus);
  button.addEventListener('blur', onBlur);

  let widest = 0;
  let shown: ChipFigure | null = null;

  return {
    element,

    show(figure) {
      if (JSON.stringify(figure) === JSON.stringify(shown)) return;
      shown = figure;
      value.data = figure.value;
      changeText.data = figure.change ?? '';
      change.hidden = figure.change === null;
      change.dataset['direction'] = figure.direction;
      button.dataset['state'] = figure.state;
      button.setAttribute('aria-label', figure.label);
      // Grows and never shrinks: a shorter price must not move the line.
      widest = Math.max(widest, figure.value.length + (figure.change?.length ?? 0));
      button.style.minInlineSize = `${widest}ch`;
    },

    setExpanded: (expanded) => button.setAttribute('aria-expanded', String(expanded)),
    focus: () => button.focus({ preventScroll: true }),
  };
};
