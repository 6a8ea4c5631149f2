// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { createSplitTexts, type Intent, readIntent } from '../../../src/content/annotate/split-text.ts';

/** What a page meant that wrote `after` where `before` stood, with a chip and `tail` behind it. */
const readAfter = (before: string, tail: string, after: string, isEdited = false): Intent => {
  document.body.innerHTML = '<p></p>';
  const p = document.body.firstElementChild as Element;
  const head = document.createTextNode(before + tail);
  p.append(head);
  const splits = createSplitTexts();
  splits.insert(head, before.length, document.createElement('mn-chip'));
  const split = splits.find(head);
  if (!split) throw new Error('not split');
  head.data = after;
  return readIntent(split, before, isEdited);
};

describe('what a page meant by writing the head of a split text', () => {
  it.each([
    ['all of it and more', 'Bitcoin rose.', ' More.'],
    ['all of it once more', 'Bitcoin rose.', ''],
    ['more behind a mention that ended it', 'I like Bitcoin', ' Cash'],
  ])('is growth where it wrote %s', (_what, whole, added) => {
    const before = whole.slice(0, whole.indexOf('Bitcoin') + 'Bitcoin'.length);
    const intent = readAfter(before, whole.slice(before.length), whole + added);
    expect(intent).toEqual({ kind: 'growth', before, added });
  });

  it.each([
    ['another sentence', ' rose on Monday, said a trader.', ' More.'],
    ['another sentence behind a space', ' rose on Monday, he said. ', 'More.'],
    ['a quoted one', ' rose on Monday, said a trader.”', ' “More.”'],
  ])('is growth where the beginning got %s', (_what, tail, added) => {
    expect(readAfter('Bitcoin', tail, `Bitcoin${added}`)).toEqual({
      kind: 'growth',
      before: 'Bitcoin',
      added,
    });
  });

  it.each([
    ['a shorter sentence of the same beginning', ' rose on Monday, said a trader.', ' fell.'],
    ['its text cut short', ' rose on Monday, said a trader.', '…'],
    ['a price for a wait', ' is asked for, please wait.', ' $93,500.'],
    ['a text without an end', ' to the moon and far beyond', ' Fell.'],
    ['a sentence as long', ' rose on Monday.', ' ETF was denied.'],
    ['a sentence of a script without spaces', '今日上涨，分析师这样说。', '下跌。'],
  ])('is a text written anew where it wrote %s', (_what, tail, rest) => {
    expect(readAfter('Bitcoin', tail, `Bitcoin${rest}`)).toEqual({ kind: 'rewrite' });
  });

  it.each([
    ['grew in place', 'Bitcoin fell.', { kind: 'growth', before: 'Bitcoin', added: ' fell.' }],
    ['was edited elsewhere', 'The Bitcoin of', { kind: 'change' }],
  ])('is plain where the text %s', (_what, after, intent) => {
    expect(readAfter('Bitcoin', ' rose on Monday, said a trader.', after, true)).toEqual(intent);
  });

  it('is a change where the last word still ends it', () => {
    expect(readAfter('On Monday Bitcoin', ' rose.', 'On Tuesday Bitcoin')).toEqual({ kind: 'change' });
  });
});
