import { answerCases } from './answers.ts';
import type { FaultCase } from './fault-case.ts';
import { lifeCases } from './lives.ts';
import { storedCases } from './stored.ts';
import { streamCases } from './streams.ts';

/** Every fault, in the order of the table. */
export const CASES: readonly FaultCase[] = [...answerCases, ...streamCases, ...storedCases, ...lifeCases];
