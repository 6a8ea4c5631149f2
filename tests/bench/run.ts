/**
 * `npm run bench`: everything that is measured, part by part, each as a table against its goals; on the last line all rows as
 * JSON. A part by itself: `npm run bench -- page`. Further words go to it: `npm run bench -- page shifts`.
 */
import { measureBytes } from './bytes.ts';
import { loadPerCore, TRUSTED_LOAD } from './machine-load.ts';
import { measureMentions } from './mentions.ts';
import { measurePage } from './page.ts';
import { measurePopup } from './popup.ts';
import { isMet, type Row } from './row.ts';

/** A part prints its rows as they become known, and gives them. */
const PARTS: Readonly<Record<string, (words: readonly string[]) => Promise<readonly Row[]>>> = {
  bytes: measureBytes,
  mentions: measureMentions,
  page: measurePage,
  popup: measurePopup,
};

const [, , asked, ...words] = process.argv;
const names = asked === undefined ? Object.keys(PARTS) : [asked];

const loads = [loadPerCore()];
const rows: (Row & { readonly part: string })[] = [];
for (const part of names) {
  const measure = PARTS[part];
  if (!measure) throw new Error(`There is no part ${part}, only ${Object.keys(PARTS).join(', ')}`);
  console.log(`\n== ${part}`);
  for (const row of await measure(words)) rows.push({ part, ...row });
  loads.push(loadPerCore());
}

const verdicts = rows.map(isMet);
const count = (verdict: boolean): number => verdicts.filter((each) => each === verdict).length;
console.log(`\n${count(true)} goals met, ${count(false)} missed`);
if (Math.max(...loads) > TRUSTED_LOAD)
  console.log(
    `TOO LOADED TO TRUST: ${loads.map((load) => load.toFixed(1)).join(', ')} processes a processor`,
  );
console.log(JSON.stringify({ rows: rows.map((row) => ({ ...row, met: isMet(row) })), loadPerCore: loads }));
