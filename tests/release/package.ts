/**
 * `npm run package`: writes what the stores take, byte for byte the same from the same commit.
 *   --out DIR   where to, out/packages by default
 */
import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { makePackages } from './packages.ts';

const { values } = parseArgs({ options: { out: { type: 'string', default: join('out', 'packages') } } });

mkdirSync(values.out, { recursive: true });
for (const { name, bytes } of makePackages()) {
  const file = join(values.out, name);
  writeFileSync(file, bytes);
  console.log(`${createHash('sha256').update(bytes).digest('hex')}  ${file}  ${bytes.length} bytes`);
}
