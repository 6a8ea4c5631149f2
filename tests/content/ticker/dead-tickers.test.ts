// @vitest-environment happy-dom
import { describe, expect, test } from 'vitest';
import { type DeadTicker, findDeadTickers } from '../../../src/content/ticker/dead-tickers.ts';
import { findDeadWidgets } from '../../../src/content/ticker/dead-widgets.ts';
import { WIDGET_MARKS } from '../../../src/content/ticker/widget-marks.ts';
import { APART, type DeadPage, EMPTY, QUOTATIONS, SPEAKING, WORKING } from '../../fixtures/tickers/pages.ts';

const openPage = ({ body, head = '' }: Pick<DeadPage, 'body' | 'head'>): HTMLElement => {
  document.head.innerHTML = head;
  document.body.innerHTML = body.replaceAll('|', '');
  return document.body;
};

/** The page with `|` wherever a strip would stand. */
const markPlaces = (found: readonly DeadTicker[]): string => {
  for (const { place } of found) place.before('|');
  return document.body.innerHTML;
};

describe.each([...SPEAKING, ...APART])('a widget that says so, $where', (page) => {
  test('is found in its place and shape', () => {
    const found = findDeadTickers(openPage(page));
    expect(found.map(({ shape }) => shape)[0]).toBe(page.shape);
    expect(markPlaces(found)).toBe(page.body);
  });
});

describe.each(EMPTY)('a widget that only stands there, $where', (page) => {
  test('is found in its place and shape, and only when it is late', () => {
    const body = openPage(page);
    expect(findDeadTickers(body)).toEqual([]);
    expect(body.querySelector(WIDGET_MARKS), 'the second script is asked').not.toBeNull();
    const found = findDeadWidgets(body);
    expect(found.map(({ shape, sentence }) => ({ shape, sentence }))).toEqual([
      { shape: page.shape, sentence: null },
    ]);
    expect(markPlaces(found)).toBe(page.body);
  });
});

test.each(QUOTATIONS)('a text about it is left alone: %s', (body) => {
  expect(findDeadTickers(openPage({ body }))).toEqual([]);
  expect(findDeadWidgets(document.body)).toEqual([]);
});

test.each(WORKING)('a widget that works is left alone: %s', (body) => {
  expect(findDeadWidgets(openPage({ body }))).toEqual([]);
});

test('a fault of the server is a widget’s only where the plugin is', () => {
  expect(findDeadTickers(openPage({ body: '<div>There is something wrong with the server</div>' }))).toEqual(
    [],
  );
});

test('a widget that already holds a strip of ours needs no second one', () => {
  openPage({ body: '<div class="ccew_html_container"><mn-ticker></mn-ticker></div>' });
  expect(findDeadWidgets(document.body)).toEqual([]);
});
