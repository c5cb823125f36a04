/** What teachers shorten: the short form first, then what it is short for, as people write it. By any of them all are found. */
export interface ShortForm {
  readonly forms: readonly [short: string, long: string, ...others: string[]];
  /** A job that is looked for in job titles alone: not taken for the career stage of those whom a mentor would like to help. */
  readonly isJob?: true;
  /** Before one of these words the form means another job. */
  readonly notAfter?: readonly string[];
  /** And after one of these. */
  readonly notBefore?: readonly string[];
}

/** `Deputy head of year` is no deputy headteacher. */
const OF_A_PART = ['of', 'year', 'house', 'department', 'faculty', 'sixth'];
/** `PA to the headteacher`, `HLTA to a deputy head`. */
const TO = ['to', 'to the', 'to a', 'to our', 'for the'];
const HEADS = ['deputy', 'assistant', 'executive', 'associate', 'vice', ...TO];

/** Jobs, and groups of people. */
export const JOBS_SHORTENED: readonly ShortForm[] = [
  {
    forms: [
      'SENCO',
      'special educational needs coordinator',
      'SENDCO',
      'special educational needs and disabilities coordinator',
      'special educational needs and disability coordinator',
      'special needs coordinator',
      'SEN coordinator',
      'SEND coordinator',
    ],
  },
  { forms: ['ALNCO', 'additional learning needs coordinator', 'ALN coordinator'] },
  { forms: ['INCO', 'inclusion coordinator'] },
  { forms: ['DSL', 'designated safeguarding lead', 'designated safeguarding leader'] },
  { forms: ['DDSL', 'deputy designated safeguarding lead', 'deputy DSL'] },
  { forms: ['SMHL', 'senior mental health lead'] },
  {
    forms: ['DHT', 'deputy headteacher', 'deputy head', 'deputy principal', 'vice principal'],
    isJob: true,
    notAfter: TO,
    notBefore: OF_A_PART,
  },
  {
    forms: ['AHT', 'assistant headteacher', 'assistant head', 'assistant principal'],
    isJob: true,
    notAfter: TO,
    notBefore: OF_A_PART,
  },
  { forms: ['EHT', 'executive headteacher', 'executive head', 'executive principal'], notAfter: TO, notBefore: OF_A_PART },
  { forms: ['HT', 'headteacher'], notAfter: HEADS },
  { forms: ['HOD', 'head of department'], isJob: true, notAfter: ['deputy', 'assistant', ...TO] },
  { forms: ['HOF', 'head of faculty'], isJob: true, notAfter: ['deputy', 'assistant', ...TO] },
  { forms: ['HOY', 'head of year', 'year head', 'year leader'], isJob: true, notAfter: ['deputy', 'assistant', ...TO] },
  { forms: ['HOS', 'head of school'], isJob: true, notAfter: ['deputy', 'assistant', ...TO] },
  { forms: ['SLT', 'senior leadership team', 'SMT', 'senior management team'], notAfter: TO },
  { forms: ['MLT', 'middle leadership team'], notAfter: TO },
  { forms: ['ECT', 'early career teacher'] },
  { forms: ['NQT', 'newly qualified teacher'] },
  { forms: ['RQT', 'recently qualified teacher'] },
  { forms: ['UQT', 'unqualified teacher'] },
  { forms: ['OTT', 'overseas trained teacher'] },
  { forms: ['TA', 'teaching assistant'] },
  { forms: ['LSA', 'learning support assistant'] },
  { forms: ['HLTA', 'higher level teaching assistant'] },
  { forms: ['SBM', 'school business manager'] },
  { forms: ['SBL', 'school business leader'] },
  { forms: ['CEO', 'chief executive', 'chief executive officer'], notAfter: ['deputy', ...TO] },
  { forms: ['SLE', 'specialist leader of education'] },
  { forms: ['NLE', 'national leader of education'] },
  { forms: ['DPO', 'data protection officer'] },
  { forms: ['EVC', 'educational visits coordinator'] },
  { forms: ['KS', 'key stage'] },
];

/** What people know about, in titles as well: `EAL coordinator`, `PPA cover`. */
export const TOPICS_SHORTENED: readonly ShortForm[] = [
  { forms: ['SEN', 'special educational needs'] },
  { forms: ['SEND', 'special educational needs and disabilities', 'special educational needs and disability'] },
  { forms: ['ALN', 'additional learning needs'] },
  { forms: ['ASN', 'additional support needs'] },
  { forms: ['EAL', 'English as an additional language'] },
  { forms: ['ESOL', 'English for speakers of other languages'] },
  { forms: ['EFL', 'English as a foreign language'] },
  { forms: ['MFL', 'modern foreign languages'] },
  { forms: ['PPA', 'planning preparation and assessment'] },
  { forms: ['CPD', 'continuing professional development'] },
  { forms: ['INSET', 'in-service training'] },
  { forms: ['NPQ', 'national professional qualification'] },
  { forms: ['ITT', 'initial teacher training'] },
  { forms: ['ITE', 'initial teacher education'] },
  { forms: ['ECF', 'early career framework'] },
  { forms: ['TLR', 'teaching and learning responsibility'] },
  { forms: ['EYFS', 'early years foundation stage'] },
  { forms: ['FE', 'further education'] },
  { forms: ['PRU', 'pupil referral unit'] },
  { forms: ['MAT', 'multi-academy trust'] },
  { forms: ['ADHD', 'attention deficit hyperactivity disorder'] },
  { forms: ['ASD', 'autism spectrum disorder', 'autistic spectrum disorder'] },
  { forms: ['SEMH', 'social emotional and mental health'] },
  { forms: ['SLCN', 'speech language and communication needs'] },
  { forms: ['SpLD', 'specific learning difficulties'] },
  { forms: ['PMLD', 'profound and multiple learning difficulties'] },
  { forms: ['EHCP', 'education health and care plan', 'EHC plan'] },
  { forms: ['EBSA', 'emotionally based school avoidance'] },
  { forms: ['LAC', 'looked after children'] },
  { forms: ['FSM', 'free school meals'] },
  { forms: ['KCSIE', 'keeping children safe in education'] },
  { forms: ['PSHE', 'personal social health and economic education'] },
  { forms: ['RSE', 'relationships and sex education'] },
  { forms: ['CEIAG', 'careers education information advice and guidance'] },
];
