/** The browser API as far as the surfaces use it, kept in memory. Everything inside of it is the product's own. */
import messages from '../../src/assets/_locales/en/messages.json' with { type: 'json' };

interface Entry {
  readonly message: string;
  readonly placeholders?: Readonly<Record<string, { readonly content: string }>>;
}

type StorageListener = (changes: Record<string, { newValue: unknown }>, area: string) => void;

const entries: Readonly<Record<string, Entry>> = messages;
const stored = new Map<string, unknown>();
const storageListeners = new Set<StorageListener>();

/** What the other ends of messages answer. A function that throws is a listener that is not there. */
interface Answers {
  background: (message: unknown) => unknown;
  tab: (message: unknown) => unknown;
}

const nobody = (): never => {
  throw new Error('Could not establish connection. Receiving end does not exist.');
};

export const answers: Answers = { background: nobody, tab: nobody };
export const extension = { isAlive: true };
/** The address of the current tab, the origins and permissions that are granted, and the origins of the manifest. */
export const tab: { url: string | undefined; granted: string[]; required: string[] } = {
  url: undefined,
  granted: [],
  required: [],
};

export const resetFakeBrowser = (): void => {
  stored.clear();
  storageListeners.clear();
  answers.background = nobody;
  answers.tab = nobody;
  extension.isAlive = true;
  tab.url = undefined;
  tab.granted = [];
  tab.required = [];
};

/** Messages as the browser makes them of `messages.json`; an unknown name gives an empty text, as there. */
const getMessage = (name: string, substitutions: string | string[] = []): string => {
  const entry = entries[name];
  if (!entry) return '';
  const given = [substitutions].flat();
  return entry.message.replaceAll(/\$(\w+)\$/g, (_whole, placeholder: string) => {
    const content = entry.placeholders?.[placeholder.toLowerCase()]?.content ?? '';
    return content.replaceAll(/\$(\d)/g, (_digits, at: string) => given[Number(at) - 1] ?? '');
  });
};

const storageArea = (area: string) => ({
  get: async (keys: string | string[]) =>
    Object.fromEntries(
      [keys]
        .flat()
        .filter((key) => stored.has(`${area} ${key}`))
        .map((key) => [key, stored.get(`${area} ${key}`)]),
    ),
  clear: async () => {
    for (const key of [...stored.keys()].filter((each) => each.startsWith(`${area} `))) {
      stored.delete(key);
      for (const listener of storageListeners)
        listener({ [key.slice(area.length + 1)]: { newValue: undefined } }, area);
    }
  },
  set: async (values: Record<string, unknown>) => {
    for (const [key, newValue] of Object.entries(values)) {
      stored.set(`${area} ${key}`, newValue);
      for (const listener of storageListeners) listener({ [key]: { newValue } }, area);
    }
  },
});

interface Asked {
  readonly origins?: readonly string[];
  readonly permissions?: readonly string[];
}
const toNames = ({ origins = [], permissions = [] }: Asked): readonly string[] => [
  ...origins,
  ...permissions,
];

const permissionListeners = new Set<() => void>();
const permissionEvent = () => ({
  addListener: (listener: () => void) => permissionListeners.add(listener),
  removeListener: (listener: () => void) => permissionListeners.delete(listener),
});

export const fakeBrowser = {
  i18n: { getMessage, getUILanguage: () => 'en-US' },
  runtime: {
    getManifest: () => ({ host_permissions: tab.required }),
    openOptionsPage: async () => undefined,
    get id() {
      return extension.isAlive ? 'margin-notes' : undefined;
    },
    sendMessage: async (message: unknown) => answers.background(message),
  },
  permissions: {
    contains: async (asked: Asked) => toNames(asked).every((name) => tab.granted.includes(name)),
    getAll: async () => ({ origins: tab.granted.filter((name) => name.includes('://')) }),
    remove: async ({ origins }: { origins: string[] }) => {
      tab.granted = tab.granted.filter((origin) => !origins.includes(origin));
      for (const listener of permissionListeners) listener();
      return true;
    },
    onAdded: permissionEvent(),
    onRemoved: permissionEvent(),
    request: async (asked: Asked) => {
      tab.granted.push(...toNames(asked));
      for (const listener of permissionListeners) listener();
      return true;
    },
  },
  storage: {
    sync: storageArea('sync'),
    local: storageArea('local'),
    session: storageArea('session'),
    onChanged: {
      addListener: (listener: StorageListener) => storageListeners.add(listener),
      removeListener: (listener: StorageListener) => storageListeners.delete(listener),
    },
  },
  tabs: {
    query: async () => [{ id: 1, url: tab.url }],
    sendMessage: async (_tabId: number, message: unknown) => answers.tab(message),
    getCurrent: async () => undefined,
  },
};
