import type { Shot, Stage } from './stage.ts';

/** Something that a reader sees, and how to bring it before the camera. */
export interface Surface {
  /** Names its contact sheet and the argument of `npm run shots -- NAME`. */
  readonly name: string;
  /** CSS pixels; a mode may have a width of its own. */
  readonly width: number;
  readonly height: number;
  /** The whole document, however long, instead of what fits into the window. */
  readonly extent?: 'document';
  /** Looked at in other languages, too. */
  readonly isInLanguages?: true;
  /** Opens it and resolves when it is ready to be looked at. */
  open(stage: Stage): Promise<Shot>;
}
