/**
 * `npm run bench -- bytes`: what each library costs in each script, as the difference between the script with it and the
 * same script with everything of the library taken out. A library that another one needs alone counts with both.
 * Prints a table of bytes, packed and raw, and on the last line the figures as JSON.
 */
import { gzipSync } from 'node:zlib';
import { build } from 'vite';
import { dependencies } from '../../package.json' with { type: 'json' };
import { withoutTables } from '../budgets/table-of-names.ts';

const ENTRIES: Readonly<Record<string, string>> = {
  'content script': 'src/content/index.iife.ts',
  'second script': 'src/content/details.iife.ts',
  background: 'src/background/index.ts',
  popup: 'src/popup/main.tsx',
  options: 'src/options/main.tsx',
};

interface Bytes {
  readonly packed: number;
  readonly raw: number;
}

const measure = (script: string): Bytes => ({
  packed: gzipSync(script, { level: 9 }).length,
  raw: Buffer.byteLength(script),
});

/** The script as one file, minified as what ships, without what `external` names. */
const bundle = async (entry: string, external: readonly RegExp[]): Promise<string> => {
  const built = await build({
    configFile: false,
    logLevel: 'silent',
    publicDir: false,
    build: {
      write: false,
      target: ['chrome128', 'firefox142'],
      lib: { entry, formats: ['es'] },
      cssMinify: true,
      rolldownOptions: { external: [...external], output: { minify: true } },
    },
  });
  const [output] = [built].flat();
  if (output === undefined || !('output' in output)) throw new Error(`${entry} did not build`);
  return output.output[0].code;
};

const rows: (Bytes & { readonly script: string; readonly part: string })[] = [];
for (const [script, entry] of Object.entries(ENTRIES)) {
  const whole = await bundle(entry, []);
  const all = measure(whole);
  rows.push({ script, part: 'all of it', ...all });
  const code = measure(withoutTables(whole));
  rows.push({ script, part: 'table of coins', packed: all.packed - code.packed, raw: all.raw - code.raw });
  for (const name of Object.keys(dependencies)) {
    const rest = measure(await bundle(entry, [new RegExp(`^${name}(/|$)`)]));
    const cost = { packed: all.packed - rest.packed, raw: all.raw - rest.raw };
    if (cost.raw > 100) rows.push({ script, part: name, ...cost });
  }
}

console.log(`${'script'.padEnd(16)}${'part'.padEnd(24)}${'packed'.padStart(8)}${'raw'.padStart(9)}`);
for (const { script, part, packed, raw } of rows)
  console.log(
    `${script.padEnd(16)}${part.padEnd(24)}${String(packed).padStart(8)}${String(raw).padStart(9)}`,
  );
console.log(JSON.stringify(rows));
