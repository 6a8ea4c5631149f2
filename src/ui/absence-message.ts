import type { Absence } from '../domain/market/absence.ts';
import { type MessageName, message } from './strings.ts';

const ABSENCE_MESSAGES: Record<Absence, MessageName> = {
  pending: 'absencePending',
  'not-listed': 'absenceNotListed',
  'no-feed': 'absenceNoFeed',
  'not-published': 'absenceNotPublished',
  'none-seen': 'absenceNoneSeen',
  'streams-off': 'absenceStreamsOff',
  'switched-off': 'absenceSwitchedOff',
  offline: 'absenceOffline',
  timeout: 'absenceTimeout',
  'rate-limited': 'absenceRateLimited',
  blocked: 'absenceBlocked',
  'server-error': 'absenceServerError',
  refused: 'absenceRefused',
  'bad-payload': 'absenceBadPayload',
};

/** Why a figure is missing, or no newer one has come, in the reader's words. */
export const absenceMessage = (absence: Absence): string => message(ABSENCE_MESSAGES[absence]);
