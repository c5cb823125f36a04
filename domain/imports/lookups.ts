import { PHASES } from '../uk/taxonomy/lists.js';
import { SUBJECTS } from '../uk/taxonomy/subjects.js';
import { namedExactly } from '../uk/taxonomy/understand.js';
import { plainKey as plain } from '../text/folding.js';

const subjects = new Map(
  SUBJECTS.flatMap(({ id, name, synonyms }) => [name, ...(synonyms ?? [])].map((word) => [plain(word), id] as const)),
);
const phases = new Map(PHASES.map(({ id, name }) => [plain(name), id]));
/** What schools write in a spreadsheet where the taxonomy is more exact. */
const PHASE_WORDS = new Map(
  Object.entries({
    eyfs: 'ph-early-years',
    earlyyears: 'ph-early-years',
    nursery: 'ph-early-years',
    reception: 'ph-early-years',
    infants: 'ph-ks1',
    infant: 'ph-ks1',
    juniors: 'ph-ks2',
    junior: 'ph-ks2',
    primary: 'ph-ks2',
    secondary: 'ph-ks3',
    gcse: 'ph-ks4',
    sixthform: 'ph-ks5',
    post16: 'ph-ks5',
    alevel: 'ph-ks5',
    fe: 'ph-fe',
    furthereducation: 'ph-fe',
  }),
);

/** What timetables write for a subject, where it can mean one alone. `Geo`, `Pol` and `CS` mean two. */
const SUBJECT_WORDS = new Map(
  Object.entries({
    eng: 'sub-english',
    englit: 'sub-english',
    englishlit: 'sub-english',
    englishlang: 'sub-english',
    sci: 'sub-science',
    sc: 'sub-science',
    ma: 'sub-mathematics',
    furthermathematics: 'sub-mathematics',
    hist: 'sub-history',
    geog: 'sub-geography',
    gg: 'sub-geography',
    rs: 'sub-religious-education',
    comp: 'sub-computing',
    compsci: 'sub-computing',
    mus: 'sub-music',
    mu: 'sub-music',
    bus: 'sub-business-studies',
    business: 'sub-business-studies',
    psych: 'sub-psychology',
    psy: 'sub-psychology',
    soc: 'sub-sociology',
    econ: 'sub-economics',
    bio: 'sub-biology',
    biol: 'sub-biology',
    chem: 'sub-chemistry',
    phys: 'sub-physics',
    phy: 'sub-physics',
    fr: 'sub-french',
    ger: 'sub-german',
    span: 'sub-spanish',
    media: 'sub-media-studies',
    phil: 'sub-philosophy',
    drama: 'sub-drama',
    art: 'sub-art-and-design',
    food: 'sub-food-technology',
    hum: 'sub-humanities',
    photo: 'sub-photography',
  }),
);

/** The taxonomy's id of a subject as a school writes it: its name, a synonym or a timetable’s short form. Undefined for any other: never a guess. */
export const subjectAsWritten = (text: string): string | undefined => {
  const word = plain(text);
  return subjects.get(word) ?? SUBJECT_WORDS.get(word);
};

/** The taxonomy's ids of subjects as a cell says them: `Art & Design` is one, `Business & Economics` are two. None where a part may mean several. */
export function subjectsAsWritten(text: string): readonly string[] {
  const whole = subjectCalled(text.replace(/&/g, ' and '));
  if (whole !== undefined) return [whole];
  const parts = text.split(/\s*[&+]\s*|\s+and\s+/i).map(subjectCalled);
  return parts.length > 1 && parts.every((id) => id !== undefined) ? [...new Set(parts)] : [];
}

function subjectCalled(text: string): string | undefined {
  const written = subjectAsWritten(text);
  if (written !== undefined) return written;
  const [called, ...others] = namedExactly('subject', text);
  return others.length === 0 ? called : undefined;
}

/** The taxonomy's id of a phase as a school writes it, such as `KS3`, `Key Stage 3` or `Primary`. */
export function phaseAsWritten(text: string): string | undefined {
  const word = plain(text);
  const stage = /^(?:ks|keystage)([1-5])$/.exec(word)?.[1];
  return stage ? `ph-ks${stage}` : (PHASE_WORDS.get(word) ?? phases.get(word));
}
