import type { GoalsEvent } from '@alongside/domain/development/goals.events.js';
import type { GrowthEvent } from '@alongside/domain/development/growth.events.js';
import type { InstitutionEvent } from '@alongside/domain/institutions/institution.events.js';
import type { JoiningEvent } from '@alongside/domain/joining/joining.events.js';
import type { MeetingEvent } from '@alongside/domain/meetings/meeting.events.js';
import type { MentorshipEvent } from '@alongside/domain/mentorships/mentorship.events.js';
import type { MessageEvent } from '@alongside/domain/messages/message.events.js';
import type { PersonEvent } from '@alongside/domain/people/person.events.js';
import type { CredentialEvent } from '@alongside/domain/recognition/credential.events.js';
import type { CaseloadEvent } from '@alongside/domain/requests/caseload.events.js';
import type { SearchesEvent } from '@alongside/domain/searches/searches.events.js';
import type { SuggestionsEvent } from '@alongside/domain/suggestions/suggestions.events.js';

/** Every event that the mentoring views follow. */
export type HubEvent =
  | CaseloadEvent
  | CredentialEvent
  | GoalsEvent
  | GrowthEvent
  | InstitutionEvent
  | JoiningEvent
  | MeetingEvent
  | MentorshipEvent
  | MessageEvent
  | PersonEvent
  | SearchesEvent
  | SuggestionsEvent;

/** The events of these types. */
export type HubEventOf<Type extends HubEvent['type']> = Extract<HubEvent, { type: Type }>;
