/**
 * `npm test`: everything that must hold, in the order of how soon it tells. Runs all of it even when a part fails, and
 * ends with one line that counts every check: a step of its own counts as one, a test file's tests one by one.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import * as v from 'valibot';
import { buildExtension } from './support/build-extension.ts';

const ROOT = fileURLToPath(new URL('../', import.meta.url));
const require = createRequire(import.meta.url);

interface Count {
  readonly passed: number;
  readonly failed: number;
}

const PASSED: Count = { passed: 1, failed: 0 };
const FAILED: Count = { passed: 0, failed: 1 };

/** The script of a package's command, so that every step runs with this Node on every system. */
const findCommand = (name: string, command = name): string => {
  const manifestPath = join(ROOT, 'node_modules', name, 'package.json');
  const { bin } = v.parse(
    v.object({ bin: v.union([v.string(), v.record(v.string(), v.string())]) }),
    require(manifestPath),
  );
  const file = typeof bin === 'string' ? bin : bin[command];
  if (!file) throw new Error(`${name} has no command ${command}`);
  return join(dirname(manifestPath), file);
};

/** The loader that runs the project's own scripts. */
const TSX = findCommand('tsx');

const run = (script: string, args: readonly string[]): boolean =>
  spawnSync(process.execPath, [script, ...args], { stdio: 'inherit', cwd: ROOT }).status === 0;

const check = (script: string, ...args: readonly string[]): Count => (run(script, args) ? PASSED : FAILED);

const ResultSchema = v.object({
  numPassedTests: v.number(),
  numFailedTests: v.number(),
  success: v.boolean(),
});

/** Runs one vitest project and reads its counts from its own report; a run without a report is one failure. */
const runTests = (project: 'unit' | 'soak' | 'e2e'): Count => {
  const folder = mkdtempSync(join(tmpdir(), 'margin-notes-'));
  const file = join(folder, 'result.json');
  try {
    const args = [
      'run',
      '--project',
      project,
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${file}`,
    ];
    const succeeded = run(findCommand('vitest'), args);
    const result = v.parse(ResultSchema, JSON.parse(readFileSync(file, 'utf8')));
    // An error outside of any test fails the run without failing a test.
    const outside = !succeeded && result.numFailedTests === 0 ? 1 : 0;
    return { passed: result.numPassedTests, failed: result.numFailedTests + outside };
  } catch (error) {
    console.error(error);
    return FAILED;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};

/** Mozilla's own review of the built extension: no error and no warning. */
const lintForFirefox = (): Count => {
  try {
    const folder = buildExtension('firefox');
    return check(
      findCommand('web-ext'),
      'lint',
      '--source-dir',
      folder,
      '--warnings-as-errors',
      '--no-config-discovery',
    );
  } catch (error) {
    console.error(error);
    return FAILED;
  }
};

/** The short form of the faults; its last line counts its cases. */
const runFaults = (): Count => {
  const script = fileURLToPath(new URL('./faults/faults.ts', import.meta.url));
  const { stdout } = spawnSync(process.execPath, [TSX, script, '--short'], {
    stdio: ['inherit', 'pipe', 'inherit'],
    cwd: ROOT,
    encoding: 'utf8',
  });
  process.stdout.write(stdout);
  const [, passed, failed] = /(\d+) passed, (\d+) failed\s*$/.exec(stdout) ?? [];
  return passed === undefined ? FAILED : { passed: Number(passed), failed: Number(failed) };
};

const STEPS: readonly (readonly [string, () => Count])[] = [
  ['types', () => check(findCommand('typescript', 'tsc'), '--noEmit')],
  [
    'types of the domain, which knows no browser',
    () => check(findCommand('typescript', 'tsc'), '--noEmit', '-p', 'src/domain'),
  ],
  ['lint and format', () => check(findCommand('@biomejs/biome', 'biome'), 'ci', '.')],
  ['unused files, exports and packages', () => check(findCommand('knip'))],
  ['unit tests', () => runTests('unit')],
  ['a busy day, sped up', () => runTests('soak')],
  ['review of the Firefox build', lintForFirefox],
  [
    'sizes against their budgets',
    () => check(TSX, fileURLToPath(new URL('./budgets/check.ts', import.meta.url))),
  ],
  ['faults, the main ones', runFaults],
  ['end to end, in Chromium and Firefox', () => runTests('e2e')],
];

const counts = STEPS.map(([title, step]) => {
  console.log(`\n== ${title}`);
  const count = step();
  console.log(`== ${title}: ${count.passed} passed, ${count.failed} failed`);
  return count;
});

const passed = counts.reduce((sum, count) => sum + count.passed, 0);
const failed = counts.reduce((sum, count) => sum + count.failed, 0);
console.log(`\n${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
