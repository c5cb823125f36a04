import type { MeetingId } from '@alongside/domain/kernel/brand.js';
import type { AnyCommand } from '@alongside/domain/protocol/registry.js';
import type { HubReader } from '../views/index.js';

/** The field of a command whose new id stands for something else already; undefined where all is well. Two devices never make the same one. */
export function idInUse({ type, data }: AnyCommand, look: HubReader): string | undefined {
  switch (type) {
    case 'AcceptRequest': {
      const { mentorship, request, first } = data;
      // A mentorship has a stream of its own, and begins with one request; the meeting that a yes names is a new one.
      if (isOther(look.row('mentorship', mentorship)?.request, request)) return 'mentorship';
      return first && isOther(look.row('meeting', first.meeting)?.mentorship, mentorship) ? 'first' : undefined;
    }
    case 'RequestMentoring':
      return isOther(look.row('request', data.request)?.mentor, data.mentor) ? 'request' : undefined;
    case 'OfferHelp':
      return isOther(look.row('help-offer', data.helpOffer)?.mentor, data.mentor) ? 'helpOffer' : undefined;
    case 'AcceptOffer': {
      if (isOther(look.row('request', data.request)?.mentor, data.mentor)) return 'request';
      return isOther(look.row('mentorship', data.mentorship)?.request, data.request) ? 'mentorship' : undefined;
    }
    case 'AgreeGoal':
      return isOther(look.row('goal', data.goal)?.mentorship, data.mentorship) ? 'goal' : undefined;
    case 'GiveFeedback':
      return isOther(look.row('feedback', data.feedback)?.mentorship, data.mentorship) ? 'feedback' : undefined;
    case 'WriteReflection':
      return isOther(look.row('reflection', data.reflection)?.person, data.person) ? 'reflection' : undefined;
    case 'AgreeAction':
      return areElsewhere([data], data.meeting, look) ? 'action' : undefined;
    case 'CloseMeeting':
    case 'RecordPastMeeting':
      return areElsewhere(data.actions, data.meeting, look) ? 'action' : undefined;
    default:
      return undefined;
  }
}

/** Whether there is such a thing, and it is another's. */
const isOther = <Owner extends string>(found: Owner | null | undefined, own: Owner): boolean => found !== undefined && found !== own;

const areElsewhere = (actions: readonly { readonly action: string }[], meeting: MeetingId, look: HubReader): boolean =>
  actions.some(({ action }) => isOther(look.row('action', action)?.meeting, meeting));
