import type { NoticesCommand } from '../notices/notices.commands.js';
import type { Policies } from '../protocol/aggregate.js';
import { is } from './who.js';

/** A person's notices are theirs to dismiss. */
export const noticesPolicies: Policies<NoticesCommand, unknown, unknown> = {
  DismissNotices: (actor, { data }) => is(actor, data.person),
};
