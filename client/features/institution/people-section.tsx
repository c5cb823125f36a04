import { createMemo, For, Show, type JSX } from 'solid-js';
import { HUB_INSTITUTION } from '@alongside/domain/policies/actor.js';
import { ROLES, type Role } from '@alongside/domain/institutions/institution.events.js';
import { ROLE_SEES } from '@alongside/domain/institutions/role-words.js';
import type { InstitutionRow } from '@alongside/projections/views/institution.view.js';
import { createRows } from '../../replica/index.js';
import { atStart, ButtonLink, count, List, WhenLoaded, Row, Section } from '../../ui/index.js';
import { createWho } from '../../shared/people/person-name.js';
import { rights } from '../../shared/institutions/rights.js';

const ROLE_NAMES: Readonly<Record<Role, string>> = { coordinator: 'Coordinators', leader: 'Leaders', administrator: 'Administrators' };

/** Who has a role here, what each role may see, and the way to the list where roles are given. */
export function PeopleSection(props: { of: InstitutionRow }): JSX.Element {
  const members = createRows('member', () => ({ institution: props.of.institution }));
  const present = createMemo(() => members().filter(({ left }) => left === null));
  const withRole = (role: Role) => present().filter(({ roles }) => roles.includes(role));
  const roles = () => (props.of.institution === HUB_INSTITUTION ? (['administrator'] as const) : ROLES);
  return (
    <Section
      title="People and roles"
      action={
        <ButtonLink tone="quiet" small href={`/members?at=${props.of.institution}`}>
          Open the list of members
        </ButtonLink>
      }
    >
      <WhenLoaded of={[members]} kind="rows" label="Loading people">
        <p class="muted">
          {atStart(count(present().length, 'member'))}.{' '}
          {rights.administers(props.of) ? 'You give and remove roles in the list of members.' : 'An administrator gives and removes roles.'}
        </p>
        <List each={roles()}>
          {(role) => (
            <Row
              title={<strong>{ROLE_NAMES[role]}</strong>}
              note={
                <>
                  {props.of.institution === HUB_INSTITUTION
                    ? 'They open every school and trust, and change how this hub works. They never see what a pair says.'
                    : ROLE_SEES[role]}
                </>
              }
            >
              <p>
                <Show when={withRole(role).length > 0} fallback={<span class="muted">None yet</span>}>
                  <For each={withRole(role)}>
                    {(member, index) => (
                      <>
                        {index() > 0 ? ', ' : ''}
                        <Name of={member.person} />
                      </>
                    )}
                  </For>
                </Show>
              </p>
            </Row>
          )}
        </List>
      </WhenLoaded>
    </Section>
  );
}

function Name(props: { of: string }): JSX.Element {
  const who = createWho(() => props.of);
  return <bdi>{who().name}</bdi>;
}
