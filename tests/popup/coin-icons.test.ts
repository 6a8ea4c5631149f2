import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { findCoin } from '../../src/domain/coins/coin-table.ts';
import { COINS_WITH_ICON } from '../../src/popup/coins-with-icon.ts';

const FOLDER = new URL('../../src/assets/icons/coins/', import.meta.url);
const drawn = readdirSync(FOLDER)
  .filter((file) => file.endsWith('.svg'))
  .map((file) => file.replace('.svg', ''));

test('the list names the drawings that are there, each of a coin that we know', () => {
  expect([...COINS_WITH_ICON].toSorted()).toEqual(drawn.toSorted());
  expect(drawn.filter((coinId) => !findCoin(coinId))).toEqual([]);
});

test('the drawings are small, and load and run nothing', () => {
  const texts = drawn.map((coinId) => readFileSync(new URL(`${coinId}.svg`, FOLDER), 'utf8'));
  expect(texts.filter((text) => /<script|<style|href=|\son\w+=|data:/i.test(text))).toEqual([]);
  expect(texts.join('').length).toBeLessThan(200_000);
});
