import { streamOf } from '../kernel/brand.js';
import { ok, type Refusal } from '../kernel/result.js';
import type { Decider } from '../kernel/decider.js';
import { noticesPolicies } from '../policies/notices.policy.js';
import { aggregate } from '../protocol/aggregate.js';
import { noticesCommands, type NoticesCommand } from './notices.commands.js';
import { noticesEvents, type NoticesEvent } from './notices.events.js';

/** Dismissing twice does no harm, so nothing is remembered. */
const notices: Decider<null, NoticesCommand, NoticesEvent, Refusal<never>> = {
  initial: null,
  decide: ({ data }) => ok([{ type: 'NoticesDismissed', data }]),
  evolve: () => null,
};

export const noticesAggregate = aggregate({
  category: 'notices',
  commands: noticesCommands,
  events: noticesEvents,
  decider: notices,
  streamOf: (command) => streamOf('notices', command.data.person),
  policies: noticesPolicies,
});
