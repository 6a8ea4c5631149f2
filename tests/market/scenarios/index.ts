import type { DayPlan } from './day-plan.ts';
import { storyDay } from './story-day.ts';

/** Every scenario that the market can play, the default one first. */
export const scenarios = [storyDay] as const satisfies readonly DayPlan[];

/** @throws when there is no such scenario, naming those that there are. */
export function getScenarioPlan(name: string): DayPlan {
  const plan = scenarios.find((candidate) => candidate.name === name);
  if (plan) return plan;
  throw new Error(`No scenario "${name}"; there are: ${scenarios.map((known) => known.name).join(', ')}`);
}
