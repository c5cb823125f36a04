import { createSignal, Show, type JSX } from 'solid-js';
import { useNavigate } from '@solidjs/router';
import { createView, me, replica } from '../../replica/index.js';
import { Button, Link, Notice, PageHeader, say, Section } from '../../ui/index.js';
import { saveDisplaySettings } from '../../app/display-settings.js';
import { SignInAddress } from './sign-in-address.js';
import { EraseMe } from './erase-me.js';
import { Exclusions } from './exclusions.js';
import { TakeAndLeave } from './take-and-leave.js';
import { WhoSees } from './who-sees.js';
import './privacy.css';

/** Who can see what, and what a person can do about it: for everyone. */
export default function Privacy(): JSX.Element {
  const profile = createView('profile', me);
  return (
    <div class="page">
      <div class="stack stack--loose">
        <PageHeader
          title="Your privacy"
          lead="What you say in mentoring stays between you and your mentor or mentee. Here you can see who sees what, and what you can change."
        />
        <WhoSees visibility={profile()?.visibility} openToOffers={profile()?.openToOffers} />
        <Exclusions excluded={profile()?.exclusions} loading={profile.loading} />
        <SignInAddress email={profile()?.email} />
        <TakeAndLeave />
        <EraseMe name={profile()?.name ?? ''} />
      </div>
      <aside class="stack stack--loose" aria-label="Your sign-ins">
        <Everywhere />
        <Section title="More about you" level={3}>
          <p class="small muted">
            <Link href="/profile">Your profile</Link> has the settings for who can find you, and for pausing or stopping mentoring.
          </p>
        </Section>
      </aside>
    </div>
  );
}

function Everywhere(): JSX.Element {
  const navigate = useNavigate();
  const [pending, setPending] = createSignal(false);
  const [failure, setFailure] = createSignal<string>();
  const leave = async () => {
    setPending(true);
    setFailure(undefined);
    const left = await replica().signOutEverywhere();
    setPending(false);
    if (!left.ok) return void setFailure(left.error.message);
    saveDisplaySettings();
    navigate('/');
    say('You are signed out on every device');
  };
  return (
    <Section title="Where you are signed in" level={3}>
      <p class="small muted">
        Did you leave a school computer signed in, or lose a phone? You can sign out everywhere at once, including this device.
      </p>
      <Show when={failure()}>{(said) => <Notice kind="refusal">{said()}</Notice>}</Show>
      <div>
        <Button tone="quiet" pending={pending()} onPress={() => void leave()}>
          Sign out everywhere
        </Button>
      </div>
    </Section>
  );
}
