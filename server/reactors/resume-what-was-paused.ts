import type { DuePause } from '@alongside/projections/views/due.view.js';
import { commandIdFrom } from '../commands/derived-ids.js';
import type { FollowUp } from './reactor.js';

/** “Paused until Monday” ends on Monday: a mentor can be suggested and found again, and a pair can book (R9). */
export function resumeWhatWasPaused(pause: DuePause): FollowUp {
  switch (pause.kind) {
    case 'resume-mentoring':
      return { commandId: commandIdFrom(pause.kind, pause.person, pause.day), type: 'ResumeMentoring', data: { person: pause.person } };
    case 'resume-mentorship':
      return {
        commandId: commandIdFrom(pause.kind, pause.mentorship, pause.day),
        type: 'ResumeMentorship',
        data: { mentorship: pause.mentorship },
      };
  }
}
