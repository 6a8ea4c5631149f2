import type { TestProject } from 'vitest/node';
import { buildExtension } from '../support/build-extension.ts';
import { ensureBrowser } from '../support/install-browser.ts';

/** What every end-to-end test needs and one run makes once: the built extension, and a browser of each family. */
export default (project: TestProject): void => {
  for (const family of ['chromium', 'firefox'] as const) {
    project.provide(`${family}Extension`, buildExtension(family));
    project.provide(`${family}Executable`, ensureBrowser(family));
  }
};

declare module 'vitest' {
  export interface ProvidedContext {
    chromiumExtension: string;
    chromiumExecutable: string;
    firefoxExtension: string;
    firefoxExecutable: string;
  }
}
