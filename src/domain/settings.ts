import * as v from 'valibot';
import { CoinIdSchema } from './coins/coin.ts';
import { LANGUAGES } from './languages.ts';
import { CURRENCIES } from './market/money.ts';

/** One bad value costs that setting, not all of them. */
const orInitial = <Schema extends v.GenericSchema>(schema: Schema, initial: v.InferOutput<Schema>) =>
  v.optional(v.fallback(schema, initial as never), initial as never);

/**
 * Every setting once: what it can be, what it is for a reader who never chose, in which part of the options it stands and
 * by which control it is set. Stored value, type and options page follow from this list. Texts are found by name:
 * `setting_<name>`, and for a choice `setting_<name>_<option>`.
 */
const choice = <const Options extends readonly [string, ...string[]]>(
  group: SettingGroup,
  options: Options,
  initial: Options[number],
) => ({ control: 'choice', group, options, schema: orInitial(v.picklist(options), initial) }) as const;

const toggle = (group: SettingGroup, initial: boolean) =>
  ({ control: 'switch', group, schema: orInitial(v.boolean(), initial) }) as const;

/** The parts of the options page, in its order. */
export const SETTING_GROUPS = ['page', 'look', 'market'] as const;
export type SettingGroup = (typeof SETTING_GROUPS)[number];

export const SETTINGS = {
  /** Where notes stand: beside the first mention, beside all, at the paragraph's end, or nowhere but under the words. */
  density: choice('page', ['first', 'all', 'paragraph', 'underline'], 'first'),
  /** How the article's own figures are set beside the present. */
  figures: choice('page', ['hover', 'beside', 'off'], 'hover'),
  theme: choice('look', ['system', 'light', 'dark'], 'system'),
  /** In East Asia red means up. */
  risingColour: choice('look', ['green', 'red'], 'green'),
  /** Of the texts; `browser` follows the browser. */
  language: choice('look', ['browser', ...LANGUAGES], 'browser'),
  /** What prices are shown in. */
  currency: choice('market', CURRENCIES, 'usd'),
  /** Exchanges that can only be heard live are heard while a page is read. */
  liveStreams: toggle('market', true),
  /** Sources that are never asked, by id. */
  sourcesOff: {
    control: 'sources',
    group: 'market',
    schema: orInitial(v.array(v.pipe(v.string(), v.regex(/^[a-z0-9_-]{1,64}$/))), []),
  },
  /** The coin whose price stands on the toolbar; null for none. */
  badgeCoin: { control: 'coin', group: 'look', schema: orInitial(v.nullable(CoinIdSchema), null) },
} as const;
export type SettingName = keyof typeof SETTINGS;

const entries = Object.fromEntries(Object.entries(SETTINGS).map(([name, { schema }]) => [name, schema])) as {
  readonly [Name in SettingName]: (typeof SETTINGS)[Name]['schema'];
};

/** What the reader chose; whatever was never chosen has the default. */
export const SettingsSchema = v.object(entries);
export type Settings = v.InferOutput<typeof SettingsSchema>;

export const DEFAULT_SETTINGS: Settings = v.getDefaults(SettingsSchema) as Settings;
