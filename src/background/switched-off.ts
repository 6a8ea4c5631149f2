import type { Settings } from '../domain/settings.ts';

/** Whether the reader switched a source off. Read anew for each question: it holds from the next one on. */
export type IsSwitchedOff = (sourceId: string) => Promise<boolean>;

export const createIsSwitchedOff =
  (readSettings: () => Promise<Pick<Settings, 'sourcesOff'>>): IsSwitchedOff =>
  async (sourceId) =>
    (await readSettings()).sourcesOff.includes(sourceId);

/** Those of the sources that may be asked. */
export const withoutSwitchedOff = async <Source>(
  sources: readonly Source[],
  toId: (source: Source) => string,
  isSwitchedOff: IsSwitchedOff,
): Promise<Source[]> => {
  const off = await Promise.all(sources.map((source) => isSwitchedOff(toId(source))));
  return sources.filter((_source, at) => !off[at]);
};
