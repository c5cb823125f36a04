import { streamOf } from '../kernel/brand.js';
import { meetingPolicies } from '../policies/meetings.policy.js';
import { aggregate } from '../protocol/aggregate.js';
import { meetingCommands } from './meeting.commands.js';
import { meeting } from './meeting.decider.js';
import { meetingEvents } from './meeting.events.js';

/** Meetings: one stream each, `meeting-<meeting>`. */
export const meetingAggregate = aggregate({
  category: 'meeting',
  commands: meetingCommands,
  events: meetingEvents,
  decider: meeting,
  streamOf: (command) => streamOf('meeting', command.data.meeting),
  policies: meetingPolicies,
  knownTo: (state) => (state.status === 'none' ? [] : [`mentorship:${state.mentorship}`]),
});
