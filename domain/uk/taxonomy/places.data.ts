import type { Entry, Phase } from './types.js';

/** Phases of education in the four nations. */
export const PHASES: readonly Phase[] = [
  { id: 'ph-early-years', name: 'Early years (EYFS)', nation: 'england', ages: '0-5', years: 'Nursery, Reception' },
  { id: 'ph-ks1', name: 'Key stage 1', nation: 'england', ages: '5-7', years: 'Years 1 to 2' },
  { id: 'ph-ks2', name: 'Key stage 2', nation: 'england', ages: '7-11', years: 'Years 3 to 6' },
  { id: 'ph-ks3', name: 'Key stage 3', nation: 'england', ages: '11-14', years: 'Years 7 to 9' },
  { id: 'ph-ks4', name: 'Key stage 4', nation: 'england', ages: '14-16', years: 'Years 10 to 11' },
  { id: 'ph-ks5', name: 'Sixth form (key stage 5)', nation: 'england', ages: '16-19', years: 'Years 12 to 13' },
  { id: 'ph-wal-foundation', name: 'Foundation learning (progression steps 1 to 2)', nation: 'wales', ages: '3-7' },
  { id: 'ph-wal-ps3', name: 'Primary (progression step 3)', nation: 'wales', ages: '7-11' },
  { id: 'ph-wal-ps4-5', name: 'Secondary (progression steps 4 to 5)', nation: 'wales', ages: '11-16' },
  { id: 'ph-sco-early', name: 'Early level (CfE)', nation: 'scotland', ages: '3-6', years: 'Early learning and childcare to P1' },
  { id: 'ph-sco-first-second', name: 'First and second level (CfE)', nation: 'scotland', ages: '6-12', years: 'P2 to P7' },
  { id: 'ph-sco-bge', name: 'Broad general education, secondary', nation: 'scotland', ages: '12-15', years: 'S1 to S3' },
  { id: 'ph-sco-senior', name: 'Senior phase', nation: 'scotland', ages: '15-18', years: 'S4 to S6' },
  { id: 'ph-ni-foundation', name: 'Foundation stage', nation: 'northern-ireland', ages: '4-6', years: 'Years 1 to 2' },
  { id: 'ph-ni-ks1-2', name: 'Key stages 1 and 2 (NI)', nation: 'northern-ireland', ages: '6-11', years: 'Years 3 to 7' },
  { id: 'ph-ni-ks3-4', name: 'Key stages 3 and 4 (NI)', nation: 'northern-ireland', ages: '11-16', years: 'Years 8 to 12' },
  { id: 'ph-fe', name: 'Further education and skills', nation: 'uk', ages: '16+' },
  { id: 'ph-he', name: 'Higher education (including ITE)', nation: 'uk', ages: '18+' },
  { id: 'ph-adult', name: 'Adult and community learning', nation: 'uk', ages: '19+' },
];

/** Kinds of setting that change what good practice looks like. */
export const SETTINGS: readonly Entry[] = [
  { id: 'set-mainstream', name: 'Mainstream' },
  { id: 'set-special', name: 'Special school' },
  { id: 'set-ap', name: 'Alternative provision or pupil referral unit' },
  { id: 'set-inclusion-base', name: 'Inclusion base, resourced provision or unit in a mainstream school' },
  { id: 'set-nursery', name: 'Nursery or early years setting' },
  { id: 'set-sixth-form', name: 'Sixth form or sixth-form college' },
  { id: 'set-hospital', name: 'Hospital or medical education' },
  { id: 'set-secure', name: 'Secure setting' },
  { id: 'set-online', name: 'Online school' },
  { id: 'set-welsh-medium', name: 'Welsh-medium' },
  { id: 'set-gaelic-medium', name: 'Gaelic-medium' },
  { id: 'set-irish-medium', name: 'Irish-medium' },
  { id: 'set-faith', name: 'School with a religious character' },
  { id: 'set-boarding', name: 'Boarding' },
  { id: 'set-small-rural', name: 'Small or rural school' },
  { id: 'set-all-through', name: 'All-through' },
  { id: 'set-middle', name: 'Middle school' },
];
