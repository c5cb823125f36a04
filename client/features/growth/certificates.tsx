import { For, Show, type JSX } from 'solid-js';
import { createRows, createView, me, type ViewRows } from '../../replica/index.js';
import { atStart, ButtonLink, Card, count, EmptyState, Facts, Link, Notice, WhenLoaded, sayDate, sayMinutes } from '../../ui/index.js';
import { CertificateNameNotice } from '../../shared/people/certificate-name.js';
import { PersonName } from '../../shared/people/person-name.js';
import { sayCode } from '../../shared/certificates/code.js';

/** Certificates held: what each states, the file, and the code by which anybody can check it. */
export default function Certificates(): JSX.Element {
  const rows = createRows('credential', () => ({ person: me() }));
  const newest = () => [...rows()].sort((a, b) => (a.on < b.on ? 1 : -1));
  return (
    <WhenLoaded of={[rows]} kind="card" label="Loading certificates">
      <Show
        when={newest().length}
        fallback={
          <EmptyState level={2} title="No certificates yet">
            You and your mentor or mentee each get one when you complete a mentorship. You need enough meetings that you both confirmed. You
            can share its code so that others can check it.
          </EmptyState>
        }
      >
        <div class="stack">
          <CertificateNameNotice />
          <For each={newest()}>{(certificate) => <Certificate of={certificate} />}</For>
        </div>
      </Show>
    </WhenLoaded>
  );
}

const noun = ({ kind }: ViewRows['credential']): string => (kind === 'certificate' ? 'certificate' : 'record');
const WHY: Readonly<Record<NonNullable<ViewRows['credential']['revoked']>['why'], string>> = {
  'issued-in-error': 'it was issued in error',
  'record-corrected': 'the record was corrected',
  'asked-by-holder': 'you asked for it',
};

function Certificate(props: { of: ViewRows['credential'] }): JSX.Element {
  const pair = createView('mentorship', () => props.of.mentorship);
  const stated = () => props.of.achievement;
  return (
    <Card label={`${props.of.kind === 'certificate' ? 'Certificate' : 'Record of participation'} of ${sayDate(props.of.on)}`}>
      <Show when={props.of.kind === 'participation'}>
        <p class="label">Record of participation</p>
      </Show>
      <h2>
        {stated().as === 'mentor' ? 'You mentored ' : 'You were mentored by '}
        <Show when={pair()} fallback="a colleague">
          {(row) => <PersonName of={stated().as === 'mentor' ? row().mentee : row().mentor} />}
        </Show>
      </h2>
      <Show when={props.of.revoked}>
        {(revoked) => (
          <Notice kind="refusal">
            {props.of.issuerName} withdrew this {noun(props.of)} on {sayDate(revoked().on)}: {WHY[revoked().why]}. People who check the code
            see that it was withdrawn and when, but not why.
          </Notice>
        )}
      </Show>
      <Facts
        of={[
          { label: 'From and to', value: `${sayDate(stated().from)} to ${sayDate(stated().to)}` },
          { label: 'Meetings', value: `${atStart(count(stated().meetings, 'meeting'))}, ${sayMinutes(stated().minutes)}` },
          ...(props.of.kind === 'certificate' && stated().goalsAchieved > 0
            ? [{ label: 'Goals achieved', value: stated().goalsAchieved }]
            : []),
          { label: 'Issued by', value: `${props.of.issuerName}, ${sayDate(props.of.on)}` },
          {
            label: 'Code',
            value: (
              <>
                <code class="code">{sayCode(props.of.code)}</code>{' '}
                <Link href={`/verify/${props.of.code}`} about="what others see">
                  See
                </Link>
              </>
            ),
          },
        ]}
      />
      <div>
        <ButtonLink away download tone={props.of.revoked ? 'plain' : undefined} href={`/api/certificates/${props.of.credential}.pdf`}>
          Download {props.of.revoked ? 'withdrawn ' : ''}
          {noun(props.of)}
        </ButtonLink>
      </div>
    </Card>
  );
}
