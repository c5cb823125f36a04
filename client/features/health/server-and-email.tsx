import { For, Show, type JSX } from 'solid-js';
import { createAnswer } from '../../replica/index.js';
import { createKeptOfAll, KeptNotice } from '../../shared/people/kept-invitations.js';
import { createTest, TestResult } from '../../shared/set-up/test-email.js';
import { Button, Section, Tag } from '../../ui/index.js';
import type { Line } from './condition-words.js';

const TAGS = { soon: ['move', 'Look at this'], wrong: ['refused', 'Needs action'] } as const;

/** What the hub hangs on outside itself, a sentence each, and a test email. */
export function ServerAndEmail(props: { of: readonly Line[]; leaves: boolean; onSent: () => void }): JSX.Element {
  return (
    <Section title="Server and email">
      <dl class="health__lines">
        <For each={props.of}>
          {(line) => (
            <div>
              <dt>
                {line.label}
                <Show when={line.state !== 'well' && line.state}>
                  {(state) => (
                    <>
                      {' '}
                      <Tag kind={TAGS[state()][0]}>{TAGS[state()][1]}</Tag>
                    </>
                  )}
                </Show>
              </dt>
              <dd>
                {line.says}
                <Show when={line.next}>
                  {(next) => (
                    <span class="health__next">
                      <Show when={line.href} fallback={next()}>
                        {(href) => <a href={href()}>{next()}</a>}
                      </Show>
                    </span>
                  )}
                </Show>
              </dd>
            </div>
          )}
        </For>
      </dl>
      <Show when={props.leaves}>
        <KeptOfAll />
        <SendTest onSent={props.onSent} />
      </Show>
    </Section>
  );
}

/** Invitations that the hub could not send in time, for every school at once. */
function KeptOfAll(): JSX.Element {
  const kept = createKeptOfAll();
  return <Show when={kept.data()}>{(of) => <KeptNotice of={of()} onSent={kept.again} />}</Show>;
}

function SendTest(props: { onSent: () => void }): JSX.Element {
  const mail = createAnswer<{ readonly testTo: string }>(() => '/api/mail');
  const test = createTest(() => mail.data()?.testTo ?? 'your email address');
  return (
    <div class="stack stack--tight">
      <TestResult said={test.said()} />
      <div>
        <Button tone="quiet" pending={test.pending()} onPress={() => void test.send({}).then(props.onSent)}>
          Send a test email
        </Button>
      </div>
    </div>
  );
}
