import { For, Show, type JSX } from 'solid-js';
import { createAnswer } from '../../replica/index.js';
import { createTest, TestResult } from '../../shared/set-up/test-email.js';
import { Button, Section, Tag } from '../../ui/index.js';
import type { Line } from './condition-words.js';

const TAGS = { soon: ['move', 'Look at this'], wrong: ['refused', 'Not working'] } as const;

/** What the hub hangs on outside itself, a sentence each, and a test email. */
export function ServerAndEmail(props: { of: readonly Line[]; leaves: boolean; onSent: () => void }): JSX.Element {
  return (
    <Section title="Server and email">
      <dl class="health__lines">
        <For each={props.of}>
          {(line) => (
            <div>
              <dt>{line.label}</dt>
              <dd>
                <Show when={line.state !== 'well' && line.state}>
                  {(state) => (
                    <>
                      <Tag kind={TAGS[state()][0]}>{TAGS[state()][1]}</Tag>{' '}
                    </>
                  )}
                </Show>
                {line.says}
                <Show when={line.next}>{(next) => <span class="health__next">{next()}</span>}</Show>
              </dd>
            </div>
          )}
        </For>
      </dl>
      <Show when={props.leaves} fallback={<a href="/set-up?step=mail">Set up email</a>}>
        <SendTest onSent={props.onSent} />
      </Show>
    </Section>
  );
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
