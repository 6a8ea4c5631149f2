import { cpus, loadavg } from 'node:os';

/** How many processes want each processor, on average over the last minute. */
export const loadPerCore = (): number => (loadavg()[0] ?? 0) / cpus().length;

/** The benchmark itself keeps about one processor busy; past this, others do too, and only ratios say something. */
export const TRUSTED_LOAD = 1.2;
