import type { PersonId } from '@alongside/domain/kernel/brand.js';
import type { OwnProfile } from './answers.js';

/** A person who has just joined, for specs. */
export const newcomer: OwnProfile = {
  person: 'ben' as PersonId,
  name: 'Ben Okafor',
  names: { given: 'Ben' },
  called: 'Ben',
  email: 'ben@northfield.example',
  profile: null,
  expertise: [],
  aims: [],
  availability: null,
  preferences: {},
  offer: null,
  paused: null,
  visibility: null,
  openToOffers: false,
  exclusions: [],
  consents: [],
  places: 0,
};

/** A person who has given all eight answers, for specs. */
export const settled: OwnProfile = {
  ...newcomer,
  visibility: 'everyone',
  profile: {
    jobTitle: 'Teacher of mathematics',
    about: '',
    phases: ['ph-ks3'],
    subjects: ['sub-mathematics'],
    settings: [],
    careerStage: 'stage-ect1',
    roles: ['role-teacher'],
  },
  aims: [
    { tag: 'exp-behaviour-classroom-routines-and-expectations', from: 1, to: 3 },
    { tag: 'exp-classroom-checking-for-understanding', from: 3, to: 4 },
  ],
  availability: { slots: [slot('tuesday', '15:40', '16:30')], format: 'either', frequency: 'weekly', minutes: 50 },
};

function slot(weekday: 'tuesday', from: string, to: string): NonNullable<OwnProfile['availability']>['slots'][number] {
  type Slot = NonNullable<OwnProfile['availability']>['slots'][number];
  return { weekday, from: from as Slot['from'], to: to as Slot['to'] };
}
