/**
 * `npm run faults`: the built extension in both browsers over a market that misbehaves, a line for every case, and on the
 * last line how many passed.
 *   --short         the cases of `npm test`
 *   --browser NAME  chromium or firefox alone
 *   WORD …          only cases whose name has one of the words
 */
import { parseArgs } from 'node:util';
import type { BrowserError } from '../support/browser.ts';
import { buildExtension } from '../support/build-extension.ts';
import { ensureBrowser } from '../support/install-browser.ts';
import { CASES } from './cases.ts';
import type { FaultCase } from './fault-case.ts';
import { type FaultWorld, openFaultWorld } from './fault-world.ts';
import { readPeakMemoryMb } from './peak-memory.ts';

const { values, positionals } = parseArgs({
  options: { short: { type: 'boolean', default: false }, browser: { type: 'string' } },
  allowPositionals: true,
});

const BROWSERS = (['chromium', 'firefox'] as const).filter(
  (name) => values.browser === undefined || values.browser === name,
);

type Browser = (typeof BROWSERS)[number];

const isAsked = ({ name, only, short }: FaultCase, browser: Browser): boolean =>
  (only === undefined || only === browser) &&
  (!values.short || short === 'both' || short === browser) &&
  (positionals.length === 0 || positionals.some((word) => name.includes(word)));

const NAME_WIDTH = Math.max(...CASES.map(({ name }) => name.length)) + 2;

/** The longest case kills the background 200 times. */
const LIMIT_MS = 300_000;
/** No fault may make any process of the browser hold so much more than before. */
const MOST_GROWTH_MB = 200;

const inTime = async (running: Promise<string>): Promise<string> => {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`not done after ${LIMIT_MS / 1000} s`)), LIMIT_MS);
  });
  return Promise.race([running, late]).finally(() => clearTimeout(timer));
};

/** Runs a case from the first day on; an error of ours, in a page or in the background, fails it too, and so does memory. */
const runCase = async (world: FaultWorld, { name, run }: FaultCase): Promise<boolean> => {
  const startedMs = performance.now();
  const errorsBefore = world.browser.errors.length;
  const tell = (verdict: string, what: string): void => {
    const seconds = ((performance.now() - startedMs) / 1000).toFixed(1).padStart(5);
    const asked = String(world.requests().length).padStart(4);
    console.log(
      `${verdict}  ${world.browser.name.padEnd(9)} ${name.padEnd(NAME_WIDTH)}${seconds} s ${asked} requests  ${what}`,
    );
  };
  try {
    await world.reset();
    const memoryBefore = await readPeakMemoryMb(world.browser);
    const seen = await inTime(run(world));
    const errors = world.browser.errors.slice(errorsBefore).filter(isOurs);
    if (errors.length > 0) throw new Error(errors.map(({ url, text }) => `${url}: ${text}`).join('; '));
    const grownMb = (await readPeakMemoryMb(world.browser)) - memoryBefore;
    if (grownMb > MOST_GROWTH_MB) throw new Error(`the memory grew by ${grownMb} MB`);
    tell('ok  ', seen);
    return true;
  } catch (error) {
    tell('FAIL', (error as Error).message);
    return false;
  }
};

/** The browsers themselves note every request and socket that fails, and every answer that a stopped background missed. */
const NOTES =
  /^(Failed to load resource|WebSocket connection to|Firefox can.t establish a connection|The connection to wss|Promise (resolved|rejected) after context unloaded)/;

const isOurs = ({ text }: BrowserError): boolean => !NOTES.test(text);

/** Whether each of the browser's cases passed. */
const runAll = async (name: Browser): Promise<readonly boolean[]> => {
  const cases = CASES.filter((each) => isAsked(each, name));
  if (cases.length === 0) return [];
  const world = await openFaultWorld({
    name,
    executablePath: ensureBrowser(name),
    extensionPath: buildExtension(name),
  });
  try {
    const verdicts: boolean[] = [];
    for (const each of cases) verdicts.push(await runCase(world, each));
    return verdicts;
  } finally {
    await world.close();
  }
};

// Most of a case is waiting: the browsers go side by side, each in a world of its own.
const verdicts = (await Promise.all(BROWSERS.map(runAll))).flat();
const passed = verdicts.filter(Boolean).length;
console.log(`\n${passed} passed, ${verdicts.length - passed} failed`);
process.exitCode = passed > 0 && passed === verdicts.length ? 0 : 1;
