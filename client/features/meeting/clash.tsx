import type { JSX } from 'solid-js';
import { TASK_WORDS } from '@alongside/domain/mentorships/task-words.js';
import { me } from '../../replica/index.js';
import { otherOf, type Meeting } from '../../shared/pair/pair.js';
import { PersonAvatar } from '../../shared/people/person-name.js';
import { ButtonLink, MoveCard, today } from '../../ui/index.js';

/** One of the pair has another meeting at this time: either may move this one. */
export function ClashHere(props: { meeting: Meeting; startsAt: string; otherName: string }): JSX.Element {
  const mine = () => props.meeting.clashes.some(({ who }) => who.some((one) => one === me()));
  const words = () => TASK_WORDS['settle-clash'](props.otherName, { startsAt: props.startsAt, mine: mine() }, { today: today() });
  return (
    <MoveCard title={words().title} lead={words().lead} who={<PersonAvatar of={otherOf(props.meeting)} />}>
      <ButtonLink href={`/mentorships/${props.meeting.mentorship}/book?move=${props.meeting.meeting}`}>Move this meeting</ButtonLink>
    </MoveCard>
  );
}
