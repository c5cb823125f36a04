import type { DueOffer, DueRequest } from '@alongside/projections/views/due.view.js';
import { commandIdFrom } from '../commands/derived-ids.js';
import type { FollowUp } from './reactor.js';

/** Requests of which half of the time is over are reminded of, and those that were not answered lapse (R4). */
export const remindOrLapse = ({ kind, request, mentor, day }: DueRequest): FollowUp => ({
  commandId: commandIdFrom(kind, request, day),
  type: kind === 'remind' ? 'RemindOfRequest' : 'LapseRequest',
  data: { mentor, request },
});

/** Offers to help that nobody answered lapse; nobody is reminded of what they did not ask for. */
export const lapseOffer = ({ kind, helpOffer, mentor, day }: DueOffer): FollowUp => ({
  commandId: commandIdFrom(kind, `${mentor}:${helpOffer}`, day),
  type: 'LapseOffer',
  data: { mentor, helpOffer },
});
