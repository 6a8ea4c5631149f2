import { toCoinReading } from '../ui/reading.ts';
import type { PageFacts } from './page-facts.ts';

/** A coin by its name where the market told it, else as the story calls it. */
export const toCoinName = (facts: PageFacts, coinId: string): string =>
  toCoinReading(facts.market(), coinId).quote?.name ??
  facts.notes().find(({ mention }) => mention.id === coinId)?.mention.surface ??
  coinId;
