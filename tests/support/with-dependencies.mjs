// Runs a TypeScript file of the project, from a bare clone too: installs the locked packages first when they are not
// there or older than the lock file. Only Node's own modules here, because nothing else is sure to exist yet.
import { spawnSync } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');

const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
if (major < 20 || (major === 20 && minor < 19)) {
  console.error(`Node 20.19 or newer is needed; this is ${process.version}.`);
  process.exit(1);
}

const run = (command, args, stdio = 'inherit') => {
  // Windows finds npm.cmd only through a shell.
  const shell = command === 'npm' && process.platform === 'win32';
  const { status } = spawnSync(command, args, { stdio, cwd: root, shell });
  if (status !== 0) process.exit(status ?? 1);
};

const installed = join(root, 'node_modules', '.package-lock.json');
const isCurrent =
  existsSync(installed) && statSync(installed).mtimeMs >= statSync(join(root, 'package-lock.json')).mtimeMs;
// What a script prints is its own: others read it.
if (!isCurrent) run('npm', ['ci', '--no-audit', '--no-fund'], ['inherit', process.stderr, process.stderr]);

const [file, ...args] = process.argv.slice(2);
run(process.execPath, ['--import', 'tsx', file, ...args]);
