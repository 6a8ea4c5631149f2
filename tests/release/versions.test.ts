import { describe, expect, it } from 'vitest';
import manifest from '../../manifest.json' with { type: 'json' };
import { version } from '../../package.json' with { type: 'json' };
import lock from '../../package-lock.json' with { type: 'json' };
import { toNextVersion, withLockedVersion, withReleasedSection, withVersion } from './versions.ts';

it('stands at one version in every file that names it', () => {
  expect([version, lock.version, lock.packages[''].version]).toEqual(
    Array.from({ length: 3 }, () => manifest.version),
  );
});

describe('the next version', () => {
  it.each([
    ['0.1.9', 'patch', '0.1.10'],
    ['0.1.9', 'minor', '0.2.0'],
    ['0.1.9', 'major', '1.0.0'],
    ['0.1.9', '0.10.0', '0.10.0'],
  ])('after %s by %s is %s', (current, step, next) => {
    expect(toNextVersion(current, step)).toBe(next);
  });

  it.each(['0.1.9', '0.1.8', '1.0', 'v2.0.0', '1.0.0-beta', '', 'huge'])('is never %s', (step) => {
    expect(() => toNextVersion('0.1.9', step)).toThrow();
  });
});

it('changes nothing of a file but its own version', () => {
  const text = '{\n  "name": "a",\n  "version": "0.1.0",\n  "b": { "version": "0.1.0" }\n}\n';
  expect(withVersion(text, '0.1.0', '0.2.0')).toBe(
    '{\n  "name": "a",\n  "version": "0.2.0",\n  "b": { "version": "0.1.0" }\n}\n',
  );
  expect(withLockedVersion(text, '0.1.0', '0.2.0')).not.toContain('0.1.0');
  expect(() => withVersion(text, '0.3.0', '0.4.0')).toThrow();
});

it('closes the open section of the change log and opens another', () => {
  const log = '# Changes\n\n## Unreleased\n\n- A thing.\n\n## 0.1.0 (2026-11-01)\n\n- The first.\n';
  expect(withReleasedSection(log, '0.2.0', '2026-11-26')).toBe(
    '# Changes\n\n## Unreleased\n\n## 0.2.0 (2026-11-26)\n\n- A thing.\n\n## 0.1.0 (2026-11-01)\n\n- The first.\n',
  );
  expect(() => withReleasedSection('## Unreleased\n\n## 0.1.0\n', '0.2.0', '2026-11-26')).toThrow();
});
