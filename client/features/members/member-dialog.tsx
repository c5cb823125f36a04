import { createSignal, Match, Switch, type JSX } from 'solid-js';
import { placeWithin } from '@alongside/domain/text/hub-name.js';
import { isolated } from '@alongside/domain/text/isolate.js';
import { Dialog } from '../../ui/index.js';
import { ChangeEmail } from './change-email.js';
import { ChangeMember, type Props } from './change-member.js';
import { JoinRecord } from './join-record.js';
import { RemoveMember } from './remove-member.js';

/** What a coordinator or an administrator may change about one member: roles, who is above them, whether they belong. */
export default function MemberDialog(props: Props): JSX.Element {
  const name = () => isolated(props.people.get(props.member.person)?.name || 'This person');
  const [step, setStep] = createSignal<'change' | 'email' | 'join' | 'leave'>('change');
  return (
    <Dialog
      open
      onClose={props.onClose}
      title={
        step() === 'leave'
          ? `Remove ${name()} from ${placeWithin(props.at.name)}?`
          : step() === 'email'
            ? 'Change email address'
            : step() === 'join'
              ? 'Join with another record'
              : name()
      }
      lead={
        step() === 'leave'
          ? `They will no longer be a member of ${placeWithin(props.at.name)}. Their active mentorships continue, and their records stay.`
          : step() === 'email' || step() === 'join'
            ? name()
            : props.at.name
      }
    >
      <Switch
        fallback={
          <ChangeMember
            {...props}
            name={name()}
            onLeave={() => setStep('leave')}
            onEmail={() => setStep('email')}
            onJoin={() => setStep('join')}
          />
        }
      >
        <Match when={step() === 'leave'}>
          <RemoveMember {...props} name={name()} onBack={() => setStep('change')} />
        </Match>
        <Match when={step() === 'join'}>
          <JoinRecord
            person={props.member.person}
            name={name()}
            job={props.people.get(props.member.person)?.jobTitle}
            onBack={() => setStep('change')}
            onClose={props.onClose}
          />
        </Match>
        <Match when={step() === 'email'}>
          <ChangeEmail
            person={props.member.person}
            at={props.member.institution}
            name={name()}
            onBack={() => setStep('change')}
            onClose={props.onClose}
          />
        </Match>
      </Switch>
    </Dialog>
  );
}
