import type { PersonId } from '@alongside/domain/kernel/brand.js';
import { folded } from '@alongside/domain/text/folding.js';
import { LEADS, type Character } from './cast.js';
import { FAMILY_NAMES, GIVEN_NAMES } from './names.js';
import type { Random } from './random.js';
import { SCHOOLS, type DemoSchool } from './schools.js';
import { THEMES } from './themes.js';

const SECONDARY_SUBJECTS = [
  'mathematics',
  'english',
  'science',
  'history',
  'geography',
  'french',
  'spanish',
  'computing',
  'music',
  'art-and-design',
  'physical-education',
  'religious-education',
  'design-and-technology',
  'drama',
  'biology',
  'chemistry',
  'physics',
];
const LANGUAGES = new Set(['english', 'french', 'spanish']);
/** Posts from the newest to the head, with the share of a staff room that holds them. */
const POSTS = [
  { careerStage: 'stage-trainee', role: 'role-teacher', title: 'Trainee teacher', share: 0.05 },
  { careerStage: 'stage-ect1', role: 'role-teacher', title: 'Teacher', share: 0.1 },
  { careerStage: 'stage-ect2', role: 'role-teacher', title: 'Teacher', share: 0.09 },
  { careerStage: 'stage-recently-qualified', role: 'role-teacher', title: 'Teacher', share: 0.14 },
  { careerStage: 'stage-support-staff', role: 'role-teaching-assistant', title: 'Teaching assistant', share: 0.06 },
  { careerStage: 'stage-experienced', role: 'role-teacher', title: 'Teacher', share: 0.26 },
  { careerStage: 'stage-middle-leader', role: 'role-subject-leader', title: 'Subject leader', share: 0.17 },
  { careerStage: 'stage-senior-leader', role: 'role-dht', title: 'Deputy headteacher', share: 0.09 },
  { careerStage: 'stage-headteacher', role: 'role-ht', title: 'Headteacher', share: 0.04 },
] as const;
const HELPS_OTHERS = new Set(['stage-experienced', 'stage-middle-leader', 'stage-senior-leader', 'stage-headteacher']);

/** Everybody: the leads and a crowd made by chance, about 240 in all. */
export function makeCrowd(random: Random): readonly Character[] {
  const taken = new Set(LEADS.map(({ name }) => name));
  const crowd: Character[] = [...LEADS];
  for (const school of SCHOOLS) {
    const already = LEADS.filter((lead) => lead.school === school.id).length;
    for (let n = already; n < school.staff; n += 1) crowd.push(makeCharacter(school, taken, random));
  }
  return crowd;
}

function makeCharacter(school: DemoSchool, taken: Set<string>, random: Random): Character {
  const name = freshName(taken, random);
  const post = postByShare(random.next());
  const primary = !school.phases.includes('ph-ks3');
  const subject = random.pick(SECONDARY_SUBJECTS);
  const helps = HELPS_OTHERS.has(post.careerStage) && random.chance(0.62);
  const themes = THEMES.map((_, index) => index);
  const strengths = helps ? random.some(themes, random.whole(2, 4)) : [];
  const plain = folded(name)
    .replace(/[^a-z ]/g, '')
    .replace(/ /g, '.');
  return {
    id: plain.replace('.', '-') as PersonId,
    name,
    email: `${plain}@${school.id}.example`,
    school: school.id,
    jobTitle:
      post.title === 'Teacher'
        ? primary
          ? `Teacher, ${random.pick(['Reception', 'Year 1', 'Year 2', 'Year 3', 'Year 4', 'Year 5', 'Year 6'])}`
          : `Teacher of ${subjectWords(subject)}`
        : post.title,
    careerStage: post.careerStage,
    role: post.role,
    // A teaching assistant teaches no subject.
    subjects: primary || post.role === 'role-teaching-assistant' ? [] : [`sub-${subject}`],
    strengths,
    aims: random.some(
      themes.filter((theme) => !strengths.includes(theme)),
      random.whole(1, 3),
    ),
    places: helps ? random.pick([1, 1, 2, 2, 2, 3]) : 0,
    joinsYear: random.chance(0.72) ? 0 : random.chance(0.55) ? 1 : 2,
  };
}

function freshName(taken: Set<string>, random: Random): string {
  for (;;) {
    const name = `${random.pick(GIVEN_NAMES)} ${random.pick(FAMILY_NAMES)}`;
    if (taken.has(name)) continue;
    taken.add(name);
    return name;
  }
}

function postByShare(at: number): (typeof POSTS)[number] {
  let sum = 0;
  for (const post of POSTS) {
    sum += post.share;
    if (at < sum) return post;
  }
  return POSTS[5];
}

/** “French” and “English” begin with a capital in the middle of a sentence; “design and technology” does not. */
function subjectWords(subject: string): string {
  const words = subject.replaceAll('-', ' ');
  return LANGUAGES.has(subject) ? `${words.charAt(0).toUpperCase()}${words.slice(1)}` : words;
}
