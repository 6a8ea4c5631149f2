import { expect, test, vi } from 'vitest';
import { toWhyText } from '../../../src/content/card/why-text.ts';
import { RULES_FOR } from '../../../src/domain/mentions/evidence-for.ts';
import { findMentions } from '../../../src/domain/mentions/index.ts';
import type { Mention } from '../../../src/domain/mentions/mention.ts';

vi.mock('webextension-polyfill', async () => ({
  default: (await import('../../ui/fake-browser.ts')).fakeBrowser,
}));

const [bitcoin] = findMentions(['Bitcoin rose.'], {}).flat();
const withEvidence = (evidence: readonly string[]): Mention => ({ ...(bitcoin as Mention), evidence });

test.each(RULES_FOR.map(({ name }) => name))('the reader is told what “%s” means', (name) => {
  expect(toWhyText(withEvidence([name]))).not.toBe('');
});

test('a name that nothing else has is said to be one', () => {
  expect(toWhyText(bitcoin as Mention)).toContain('nothing else is called that');
});

test('the strongest reasons are enough', () => {
  const evidence = ['trading pair', 'amount precedes', 'found elsewhere', 'large coin'];
  expect(toWhyText(withEvidence(evidence))).toBe(
    'written as a trading pair, an amount stands before it, named in full elsewhere in the article',
  );
});
