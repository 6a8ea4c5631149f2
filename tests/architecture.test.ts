import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { NEWS_SITES, toMatchPatterns } from '../src/domain/sites.ts';

const SRC = fileURLToPath(new URL('../src/', import.meta.url));

/** Which rooms a room may look into. Arrows point down: edges, then ui and platform and sources, then the domain. */
const ALLOWED: Readonly<Record<string, readonly string[]>> = {
  domain: [],
  sources: ['domain'],
  platform: ['domain'],
  ui: ['platform', 'domain', 'assets'],
  background: ['sources', 'ui', 'platform', 'domain'],
  content: ['ui', 'platform', 'domain'],
  popup: ['ui', 'platform', 'domain'],
  options: ['ui', 'platform', 'domain'],
  welcome: ['ui', 'platform', 'domain'],
};

const listFiles = (): string[] =>
  readdirSync(SRC, { recursive: true, encoding: 'utf8' }).filter((file) => /\.tsx?$/.test(file));

const roomOf = (file: string): string => file.split(sep)[0] ?? '';

const listImports = (file: string): string[] =>
  [...readFileSync(join(SRC, file), 'utf8').matchAll(/(?:from|import)\s+'(\.[^']+)'/g)].map(
    ([, target = '']) => relative(SRC, join(SRC, dirname(file), target)),
  );

describe('the house', () => {
  const files = listFiles();

  it('has only rooms that are known', () => {
    expect([...new Set(files.map(roomOf))].sort()).toEqual(Object.keys(ALLOWED).sort());
  });

  it('has arrows that point down only', () => {
    const upward = files.flatMap((file) =>
      listImports(file)
        .filter((target) => roomOf(target) !== roomOf(file))
        .filter((target) => !(ALLOWED[roomOf(file)] ?? []).includes(roomOf(target)))
        .map((target) => `${file} -> ${target}`),
    );
    expect(upward).toEqual([]);
  });

  it('lets the background take texts from the ui, and nothing that draws', () => {
    const taken = files
      .filter((file) => roomOf(file) === 'background')
      .flatMap(listImports)
      .filter((target) => roomOf(target) === 'ui');
    const drawing = taken.filter(
      (target) => target.endsWith('.tsx') || /from 'preact/.test(readFileSync(join(SRC, target), 'utf8')),
    );
    expect(drawing).toEqual([]);
  });

  it('has no circles', () => {
    const open = new Set<string>();
    const done = new Set<string>();
    const circles: string[] = [];
    const visit = (file: string): void => {
      if (done.has(file)) return;
      if (open.has(file)) {
        circles.push(file);
        return;
      }
      open.add(file);
      for (const target of listImports(file).filter((each) => files.includes(each))) visit(target);
      open.delete(file);
      done.add(file);
    };
    for (const file of files) visit(file);
    expect(circles).toEqual([]);
  });

  it('keeps the domain free of clocks, browsers and networks', () => {
    const strange = files
      .filter((file) => roomOf(file) === 'domain')
      .filter((file) =>
        /\bDate\.now\b|\bnew Date\(\)|\bfetch\(|webextension-polyfill|Math\.random/.test(
          readFileSync(join(SRC, file), 'utf8'),
        ),
      );
    expect(strange).toEqual([]);
  });

  it('writes no markup and evaluates no text', () => {
    const pattern =
      /innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\(|new Function\(|dangerouslySetInnerHTML/;
    expect(files.filter((file) => pattern.test(readFileSync(join(SRC, file), 'utf8')))).toEqual([]);
  });
});

describe('the site list', () => {
  it('names at least forty sites, each once, as match patterns', () => {
    expect(NEWS_SITES.length).toBeGreaterThanOrEqual(40);
    expect(new Set(NEWS_SITES).size).toBe(NEWS_SITES.length);
    for (const pattern of toMatchPatterns(NEWS_SITES))
      expect(pattern).toMatch(/^https:\/\/\*\.[a-z0-9.-]+\.[a-z]+\/\*$/);
  });
});
