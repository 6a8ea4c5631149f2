import type { BrowserContext } from 'playwright-core';
import { build, type Plugin } from 'vite';
import type { PackedGazetteer } from '../../src/domain/mentions/packed-format.ts';
import { compiledAtOnce } from '../../vite.config.ts';
import { readMetricMs } from './metric.ts';

/** Puts another table in the place of the generated one. */
const withTable = (table: PackedGazetteer): Plugin => ({
  name: 'another-table',
  load: (id) =>
    id.endsWith('/packed-gazetteer.ts') ? `export const packedGazetteer = ${JSON.stringify(table)};` : null,
});

/** A script of this folder as one classic script, built as the content script is; with another table where one is given. */
export const bundle = async (entry: string, table?: PackedGazetteer): Promise<string> => {
  const built = await build({
    configFile: false,
    logLevel: 'silent',
    publicDir: false,
    plugins: [compiledAtOnce(() => entry.includes('mentions')), ...(table ? [withTable(table)] : [])],
    build: {
      write: false,
      target: 'chrome128',
      lib: { entry, formats: ['iife'], name: 'bench' },
    },
  });
  const [output] = [built].flat();
  if (output === undefined || !('output' in output)) throw new Error(`${entry} did not build`);
  return output.output[0].code;
};

/** A page and, in it, a world of its own such as a content script has. */
export interface ColdPage {
  readonly run: (expression: string) => Promise<void>;
  /** Milliseconds that the page's thread worked for this: unlike time on a clock, free of what else the machine does. */
  readonly timeMs: (expression: string) => Promise<number>;
  /** Bytes in use after the browser has thrown out what nothing holds. */
  readonly heapBytes: () => Promise<number>;
}

/** Gives `use` a fresh page of this content and closes it afterwards. */
export const withColdPage = async <T>(
  context: BrowserContext,
  html: string,
  use: (page: ColdPage) => Promise<T>,
): Promise<T> => {
  const page = await context.newPage();
  try {
    await page.setContent(html);
    const session = await context.newCDPSession(page);
    const { frameTree } = await session.send('Page.getFrameTree');
    const { executionContextId } = await session.send('Page.createIsolatedWorld', {
      frameId: frameTree.frame.id,
    });
    await session.send('Performance.enable');
    const run = async (expression: string): Promise<void> => {
      const { exceptionDetails } = await session.send('Runtime.evaluate', {
        expression,
        contextId: executionContextId,
      });
      if (exceptionDetails) throw new Error(`in the page: ${exceptionDetails.exception?.description}`);
    };
    const threadMs = (): Promise<number> => readMetricMs(session, 'ThreadTime');
    const timeWhole = async (expression: string): Promise<number> => {
      const before = await threadMs();
      await run(expression);
      return (await threadMs()) - before;
    };
    return await use({
      run,
      timeMs: async (expression) => {
        // What asking costs by itself; the first time costs more, and is nobody's.
        await timeWhole('0');
        const askingMs = await timeWhole('0');
        return Math.max(0, (await timeWhole(expression)) - askingMs);
      },
      heapBytes: async () => {
        await session.send('HeapProfiler.collectGarbage');
        return (await session.send('Runtime.getHeapUsage')).usedSize;
      },
    });
  } finally {
    await page.close();
  }
};
