import { createRows, me } from '../../replica/index.js';
import { dayAfter, dayOf } from '../../ui/words.js';
import { TRACE_DAYS } from './items.js';

/** What the reader wrote to others of late, as far back as any page speaks of it; a day more, for moments are kept in UTC. */
export const createLateMessages = () =>
  createRows(
    'message',
    () => ({ from: me() }),
    () => ({ by: 'at', from: dayAfter(dayOf(), -TRACE_DAYS - 1) }),
  );
