/** How far a release goes: one of these, or the version itself. */
const PARTS: readonly string[] = ['major', 'minor', 'patch'];

const VERSION = /^\d{1,5}\.\d{1,5}\.\d{1,5}$/;

const toParts = (version: string): readonly number[] => version.split('.').map(Number);

const isAfter = (version: string, other: string): boolean => {
  const [a, b] = [toParts(version), toParts(other)];
  const at = PARTS.findIndex((_, index) => a[index] !== b[index]);
  return at >= 0 && Number(a[at]) > Number(b[at]);
};

/**
 * The version after `current`, such as `0.2.0` after `0.1.3` for `minor`. Stores take plain numbers only.
 * @throws when `step` is neither a part nor a later version.
 */
export const toNextVersion = (current: string, step: string): string => {
  const part = PARTS.indexOf(step);
  if (part >= 0) {
    const raise = (value: number, index: number) => (index === part ? value + 1 : index < part ? value : 0);
    return toParts(current).map(raise).join('.');
  }
  if (VERSION.test(step) && isAfter(step, current)) return step;
  throw new Error(`${step} is neither ${PARTS.join(', ')} nor a version after ${current}`);
};

/** The text of a JSON file with the first `"version"` in it replaced, and everything else as it was written. */
export const withVersion = (json: string, current: string, next: string): string => {
  const line = `"version": "${current}"`;
  if (!json.includes(line)) throw new Error(`There is no ${line}`);
  return json.replace(line, `"version": "${next}"`);
};

/** A lock file names its package's version twice, both times before the first other package. */
export const withLockedVersion = (lock: string, current: string, next: string): string =>
  withVersion(withVersion(lock, current, next), current, next);

const UNRELEASED = '## Unreleased\n';

/**
 * The change log with its open section closed under the version and the day (`2026-11-26`), and a new one opened.
 * @throws when nothing stands in the open section: a release without a word about it is a mistake.
 */
export const withReleasedSection = (log: string, version: string, day: string): string => {
  const [before, after] = log.split(UNRELEASED);
  if (before === undefined || after === undefined) throw new Error('The change log has no open section');
  if (after.trimStart() === '' || after.trimStart().startsWith('## ')) throw new Error('Nothing to release');
  return `${before}${UNRELEASED}\n## ${version} (${day})\n${after}`;
};
