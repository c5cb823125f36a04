import type { JSX } from 'solid-js';
import { sayLeft } from '@alongside/domain/mentorships/closing-words.js';
import { createView } from '../../replica/index.js';
import { Button, ButtonLink, Card } from '../../ui/index.js';

/** The mentee has left the school while the mentorship goes on: what that means, and the way out. */
export default function MenteeLeft(props: {
  school: string;
  mentorship: string;
  mine: boolean;
  otherName: string;
  onEnd: () => void;
}): JSX.Element {
  const school = createView('institution', () => props.school);
  return (
    <Card label="Where you both are">
      <h2>{sayLeft({ name: props.otherName, school: school()?.details.name ?? '', mine: props.mine })}</h2>
      <p>Your mentorship goes on until one of you ends it.</p>
      <div class="line line--wrap">
        <ButtonLink tone="quiet" href={`/mentorships/${props.mentorship}/complete`}>
          Complete mentorship
        </ButtonLink>
        <Button tone="plain" onPress={props.onEnd}>
          End mentorship early
        </Button>
      </div>
    </Card>
  );
}
