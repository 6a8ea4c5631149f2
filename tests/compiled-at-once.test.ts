import { build, parseSync, Visitor } from 'vite';
import { describe, expect, it } from 'vitest';
import { compiledAtOnce } from '../vite.config.ts';

const ENTRY = `
  const add = (a) => (b) => a + b;
  const half = async (value = ((x) => x)(4)) => ({ value: value / 2 });
  globalThis.mnAnswer = [[1, 2].map((each) => add(each)(10)), half];
`;

/** A script of these lines, built with the plugin for files that are meant. */
const buildEntry = async (isMeant: boolean): Promise<string> => {
  const built = await build({
    configFile: false,
    logLevel: 'silent',
    publicDir: false,
    plugins: [{ name: 'entry', resolveId: (id) => id, load: () => ENTRY }, compiledAtOnce(() => isMeant)],
    build: { write: false, lib: { entry: 'entry.js', formats: ['iife'], name: 'entry' } },
  });
  const [output] = [built].flat();
  if (output === undefined || !('output' in output)) throw new Error('nothing was built');
  return output.output[0].code;
};

/** For each function of a script, whether brackets stand around it. */
const areBracketed = (code: string): readonly boolean[] => {
  const bracketed: boolean[] = [];
  new Visitor({
    ArrowFunctionExpression: ({ start, end }) => {
      bracketed.push(code[start - 1] === '(' && code[end] === ')');
    },
  }).visit(parseSync('script.js', code).program);
  return bracketed;
};

describe('a script that is compiled at once', () => {
  it('has every function in brackets and does what it did', async () => {
    const code = await buildEntry(true);
    expect(areBracketed(code)).toEqual([true, true, true, true, true]);
    const scope: { mnAnswer?: [number[], () => Promise<{ value: number }>] } = {};
    new Function('globalThis', code)(scope);
    expect(scope.mnAnswer?.[0]).toEqual([11, 12]);
    expect(await scope.mnAnswer?.[1]()).toEqual({ value: 2 });
  });

  it('leaves other scripts alone', async () => {
    expect(areBracketed(await buildEntry(false))).toContain(false);
  });
});
