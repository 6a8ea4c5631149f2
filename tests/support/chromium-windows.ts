import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as v from 'valibot';
import { WebSocket } from 'ws';
import { until } from './until.ts';

interface Node {
  readonly nodeName: string;
  /** Names and values in turn. */
  readonly attributes?: readonly string[] | undefined;
  readonly children?: readonly Node[] | undefined;
}

const NodeSchema: v.GenericSchema<unknown, Node> = v.object({
  nodeName: v.string(),
  attributes: v.optional(v.array(v.string())),
  children: v.optional(v.array(v.lazy(() => NodeSchema))),
});
const AnswerSchema = v.object({ result: v.object({ root: NodeSchema }) });

const toNames = ({ nodeName, attributes = [], children = [] }: Node): string[] => {
  const own = nodeName === 'Window' ? [attributes[attributes.indexOf('name') + 1] ?? ''] : [];
  return [...own, ...children.flatMap(toNames)];
};

/** The port that Chromium chose for the inspection of its own windows: the first line of a file in its profile. */
const readPort = (profile: string): Promise<string> =>
  until('the port of UI DevTools', async () => {
    const text = await readFile(join(profile, 'UIDevToolsActivePort'), 'utf8').catch(() => '');
    return text.split('\n')[0];
  });

/**
 * Names of the windows that Chromium itself draws, such as `ExtensionInstallDialogView`, in which it asks about permissions.
 * They can be looked at and not pressed: this protocol of Chromium's refuses input.
 */
export const listChromiumWindows = async (profile: string): Promise<readonly string[]> => {
  const socket = new WebSocket(`ws://127.0.0.1:${await readPort(profile)}/0`);
  try {
    return await new Promise<readonly string[]>((resolve, reject) => {
      socket.once('error', reject);
      socket.once('open', () => {
        socket.send(JSON.stringify({ id: 1, method: 'DOM.enable' }));
        socket.send(JSON.stringify({ id: 2, method: 'DOM.getDocument' }));
      });
      socket.on('message', (data) => {
        const answer = v.safeParse(AnswerSchema, JSON.parse(data.toString()));
        if (answer.success) resolve(toNames(answer.output.result.root));
      });
    });
  } finally {
    socket.close();
  }
};
