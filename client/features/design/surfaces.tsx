import type { JSX } from 'solid-js';
import {
  Avatar,
  Button,
  ButtonLink,
  Card,
  EmptyState,
  Letter,
  Link,
  List,
  MoveCard,
  Pair,
  Path,
  Ring,
  Row,
  Tag,
  type Who,
} from '../../ui/index.js';

const PEOPLE: readonly Who[] = [
  'Ben Okafor',
  'Asha Rahman',
  'David Wynn',
  'Leila Mansour',
  'Sana Riaz',
  'Helen Price',
  'Marcus Bell',
  'Priya Nair',
  'Tom Ellis',
  'Ada Cole',
].map((name) => ({
  id: name.toLowerCase().replace(' ', '-'),
  name,
}));
const [BEN, ASHA, DAVID, LEILA] = PEOPLE as [Who, Who, Who, Who, ...Who[]];

/** Cards, letters, lists, tags and the empty state. */
export const Surfaces = (): JSX.Element => (
  <div class="stack stack--loose">
    <MoveCard
      title="Asha can meet on Tuesday at 3:40pm"
      lead="This is your first meeting. Asha has added one agenda item."
      who={<Avatar who={ASHA} />}
    >
      <Button>Meet on Tuesday</Button>
      <Button tone="quiet">See other times</Button>
    </MoveCard>
    <Letter
      who={<Pair of={[BEN, ASHA]} size="big" />}
      title="You and Asha Rahman"
      sign="Head of mathematics, Northfield School · 2.1 miles · usually answers within two days"
      reasons={[
        { kind: 'for', text: 'You are both free on Tuesdays after school, every week this term.' },
        { kind: 'but', text: 'Asha mentors 2 people and has space for one more.' },
        { kind: 'if', text: 'If you can also meet online, 2 more mentors match.' },
      ]}
      foot={
        <>
          <Button>Ask Asha</Button>
          <Button tone="plain">How we matched you</Button>
          <span class="small muted letter__aside">2 of 3 requests left</span>
        </>
      }
    >
      <p>
        Asha has led behaviour for three years and teaches the classes you find hardest. She is about two steps ahead of where you want to
        be.
      </p>
    </Letter>
    <Card label="A card">
      <h3>A card</h3>
      <p>For one thing that matters most on a screen.</p>
    </Card>
    <List each={[DAVID, LEILA]}>
      {(who) => (
        <Row
          wrap
          start={<Avatar who={who} />}
          title={<span class="name">{who.name}</span>}
          note="Knows your school; learned to teach in the same programme."
          end={
            <Link href="/design" about={who.name}>
              Why
            </Link>
          }
        />
      )}
    </List>
    <p class="line line--wrap line--tight">
      <Tag>Active</Tag> <Tag kind="move">Your move</Tag> <Tag kind="refused">Declined</Tag> <Tag kind="info">Online</Tag>{' '}
      <Tag kind="quiet">Closed</Tag>
    </p>
    <EmptyState title="No meetings yet" action={<ButtonLink href="/design">Book a meeting</ButtonLink>}>
      Half an hour is enough to begin.
    </EmptyState>
  </div>
);

const STEPS = ['Watch a calm start', 'Write your own', 'Try it with 9C', 'Try the doorway greeting', 'Show somebody'].map(
  (title, index) => ({ title, done: index < 3 }),
);

/** People alone, in pairs and in circles; goals as paths. */
export const People = (): JSX.Element => (
  <div class="stack stack--loose">
    <p class="line line--wrap">
      <Avatar who={BEN} size="tiny" alone />
      <Avatar who={ASHA} size="small" alone />
      <Avatar who={DAVID} alone />
      <Avatar who={LEILA} size="big" alone />
      <Pair of={[BEN, ASHA]} />
      <Ring name="Maths circle" of={PEOPLE.slice(0, 6)} />
      <Ring name="Reading circle" of={PEOPLE} />
    </p>
    <Path title="Lead a calm start to every lesson" steps={STEPS} />
    <Path title="Every step done" steps={STEPS.map((step) => ({ ...step, done: true }))} />
    <Path title="A goal without steps yet" steps={[]} />
  </div>
);
