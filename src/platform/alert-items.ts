import { type Alerts, AlertsSchema, NO_ALERTS } from '../domain/alerts/alert.ts';
import { type AlertStates, AlertStatesSchema } from '../domain/alerts/alert-state.ts';
import { storedItem } from './stored-item.ts';

/** What the reader wants to be told of. */
export const alertsItem = storedItem<Alerts>({
  key: 'mn-alerts',
  area: 'local',
  version: 1,
  schema: AlertsSchema,
  fallback: NO_ALERTS,
});

/** What this machine has seen of each alert. */
export const alertStatesItem = storedItem<AlertStates>({
  key: 'mn-alert-states',
  area: 'local',
  version: 1,
  schema: AlertStatesSchema,
  fallback: {},
});
