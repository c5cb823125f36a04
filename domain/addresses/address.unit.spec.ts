import type { CommandId, Day, Instant, PersonId } from '../kernel/brand.js';
import { HUB } from '../kernel/decider.js';
import { given } from '../testing/given.js';
import type { AddressCommand } from './address.commands.js';
import { address, ADDRESS_CLAIM_LIFE_MS, claimUntil } from './address.decider.js';
import type { AddressEvent } from './address.events.js';
import { comparableEmail } from '../text/folding.js';

const [asha, ben] = ['asha', 'ben'] as [PersonId, PersonId];
const at = '2026-03-02T09:00:00.000Z' as Instant;
const [soon, later] = [claimUntil(at), claimUntil(claimUntil(at))];
const hash = 'a'.repeat(64);

describe('an address', () => {
  test('[AD1] is claimed by one person, and refused to every other', () => {
    given(address, []).when(claim(asha, 'c1')).happens(claimed(asha, 'c1'));
    given(address, [claimed(asha, 'c1')])
      .when(claim(ben, 'c2'))
      .refused('PERSON.EMAIL_TAKEN');
  });

  test('[AD1] claimed twice by one command is claimed once', () => {
    given(address, [claimed(asha, 'c1')])
      .when(claim(asha, 'c1'))
      .nothingHappens();
  });

  test('[AD2] a later claim of the same person replaces the earlier one', () => {
    given(address, [claimed(asha, 'c1')])
      .when(claim(asha, 'c2'))
      .happens(claimed(asha, 'c2'));
    given(address, [claimed(asha, 'c1')])
      .when(claim(asha, 'c1', later))
      .happens(claimed(asha, 'c1', later));
  });

  test('[AD3] released, it is free for the next person', () => {
    const history = [claimed(asha, 'c1'), released(asha)];
    given(address, [claimed(asha, 'c1')])
      .when(release(asha, 'c1'))
      .happens(released(asha));
    given(address, history).when(claim(ben, 'c2')).happens(claimed(ben, 'c2'));
  });

  test('[AD3] a release ends the claim that it names, and no other', () => {
    given(address, []).when(release(asha, 'c1')).nothingHappens();
    given(address, [claimed(asha, 'c1'), released(asha)])
      .when(release(asha, 'c1'))
      .nothingHappens();
    given(address, [claimed(asha, 'c1')])
      .when(release(ben, 'c1'))
      .nothingHappens();
    given(address, [claimed(asha, 'c1'), claimed(asha, 'c2')])
      .when(release(asha, 'c1'))
      .nothingHappens();
    given(address, [claimed(asha, 'c1'), claimed(asha, 'c1', later)])
      .when(release(asha, 'c1'))
      .nothingHappens();
  });

  test('a claim waits for its command for a named time', () => {
    expect(Date.parse(soon) - Date.parse(at)).toBe(ADDRESS_CLAIM_LIFE_MS);
  });

  test('is compared without regard to case or the space around it', () => {
    expect(comparableEmail('  Asha@School.Example ')).toBe('asha@school.example');
  });
});

function claimed(person: PersonId, command: string, until = soon): Extract<AddressEvent, { type: 'AddressClaimed' }> {
  return { type: 'AddressClaimed', data: { address: hash, person, command: command as CommandId, until } };
}
function released(person: PersonId): AddressEvent {
  return { type: 'AddressReleased', data: { address: hash, person } };
}
function claim(person: PersonId, command: string, until = soon): AddressCommand {
  return { type: 'ClaimAddress', by: HUB, at, on: '2026-03-02' as Day, data: claimed(person, command, until).data };
}
function release(person: PersonId, command: string): AddressCommand {
  return { type: 'ReleaseAddress', by: HUB, at, on: '2026-03-02' as Day, data: claimed(person, command).data };
}
