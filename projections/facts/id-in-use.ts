import type { Command } from '@alongside/domain/kernel/decider.js';
import type { HubReader } from '../views/index.js';
import { ownerFieldOf, type Inside } from '../views/first-come.js';

type Fields = Readonly<Record<string, unknown>>;

/** The commands that bring in an id which their sender made, and for what. */
const MAKES: Readonly<Record<string, Inside>> = {
  RequestMentoring: 'request',
  AgreeGoal: 'goal',
  GiveFeedback: 'feedback',
  WriteReflection: 'reflection',
  AgreeAction: 'action',
  CloseMeeting: 'action',
  RecordPastMeeting: 'action',
};

/** The field of a command whose new id stands for something else already; undefined where all is well. Two devices never make the same one. */
export function idInUse({ type, data }: Command, look: HubReader): string | undefined {
  const fields = data as Fields;
  if (type === 'AcceptRequest') return acceptedBefore(fields, look) ? 'mentorship' : meetsElsewhere(fields, look) ? 'first' : undefined;
  const kind = MAKES[type];
  if (!kind) return undefined;
  const several = type === 'CloseMeeting' || type === 'RecordPastMeeting';
  const made = several ? (fields['actions'] as readonly Fields[]).map((action) => action['action']) : [fields[kind]];
  const owner = ownerFieldOf(kind);
  const isElsewhere = (id: unknown) => {
    const row = look.row(kind, String(id)) as Fields | undefined;
    return row !== undefined && row[owner] !== fields[owner];
  };
  return made.some(isElsewhere) ? kind : undefined;
}

/** A mentorship has a stream of its own, and begins with one request. */
function acceptedBefore({ mentorship, request }: Fields, look: HubReader): boolean {
  const row = look.row('mentorship', String(mentorship));
  return row !== undefined && row.request !== request;
}

/** The meeting that a yes names is a new one. */
function meetsElsewhere({ mentorship, first }: Fields, look: HubReader): boolean {
  const row = first ? look.row('meeting', String((first as Fields)['meeting'])) : undefined;
  return row !== undefined && row['mentorship'] !== mentorship;
}
