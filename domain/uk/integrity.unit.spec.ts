import { FRAMEWORKS, framework, statement, STATEMENTS, statementsOf } from './frameworks/statements.js';
import { EXPERTISE_GROUPS, EXPERTISE_TAGS, expertiseGroup, expertiseName, expertiseTag } from './taxonomy/expertise.js';
import { goalsFor, SUGGESTED_GOALS } from './taxonomy/goals.js';
import {
  CAREER_STAGES,
  careerStage,
  communicationItems,
  PHASES,
  phase,
  proficiencyLevel,
  proficiencyLevels,
  ROLES,
  SETTINGS,
} from './taxonomy/lists.js';
import { SPOKEN } from './taxonomy/spoken.js';
import { subject, SUBJECTS, subjectsWithin, withWholeSubjects } from './taxonomy/subjects.js';
import { SUBJECTS_WITHIN } from './taxonomy/subjects-within.data.js';

const LISTS = {
  EXPERTISE_GROUPS,
  EXPERTISE_TAGS,
  SUBJECTS,
  PHASES,
  SETTINGS,
  CAREER_STAGES,
  ROLES,
  SUGGESTED_GOALS,
  STATEMENTS,
  FRAMEWORKS,
  proficiencyLevels,
  communicationItems,
};
const TAXONOMY_ID = /^[a-z0-9][a-z0-9-]{1,80}$/;
const NOT_BRITISH =
  /\b(program|programs|organiz\w*|licens(?:e|es) \(noun\)|enroll\w*|fulfill|judgments?|behaviors?|behavioral|centers?|colors?|favor\w*|honors?|model(?:ing|ed)|label(?:ing|ed)|canceled|travel(?:ing|ed)|counsel(?:ing|ed)|analyz\w*|catalogs?|dialogs?|advisors?|learnt|skillful|willful|installments?|gray|defense|offense|semester|K-12|head teacher|SENCo|SENDCo|multi academy|co-ordinat\w*|math|mom|vacation|protégé)\b/;

const said = (value: unknown): readonly string[] =>
  typeof value === 'string' ? [value] : value !== null && typeof value === 'object' ? Object.values(value).flatMap(said) : [];
const missing = (ids: readonly string[], known: (id: string) => unknown) => ids.filter((id) => known(id) === undefined);

describe('the UK taxonomy and frameworks', () => {
  test('no id stands twice, in any list or across them', () => {
    const ids = Object.values(LISTS).flatMap((list) => list.map((entry: { id: string }) => entry.id));
    expect(ids.length).toBeGreaterThan(500);
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
  });

  test('ids of the lists that people pick from fit the events that hold them', () => {
    for (const list of [EXPERTISE_TAGS, SUBJECTS, PHASES, SETTINGS, CAREER_STAGES, ROLES, communicationItems])
      expect(list.map(({ id }) => id).filter((id) => !TAXONOMY_ID.test(id))).toEqual([]);
  });

  test('every reference leads somewhere', () => {
    const known = (id: string) => statement(id) ?? framework(id);
    expect(
      missing(
        EXPERTISE_TAGS.flatMap((tag) => tag.statements),
        known,
      ),
    ).toEqual([]);
    expect(
      missing(
        SUGGESTED_GOALS.flatMap((goal) => goal.statements),
        known,
      ),
    ).toEqual([]);
    expect(
      missing(
        EXPERTISE_TAGS.map((tag) => tag.group),
        expertiseGroup,
      ),
    ).toEqual([]);
    expect(
      missing(
        SUGGESTED_GOALS.flatMap((goal) => goal.expertise),
        expertiseTag,
      ),
    ).toEqual([]);
    expect(
      missing(
        SUGGESTED_GOALS.flatMap((goal) => goal.stages),
        careerStage,
      ),
    ).toEqual([]);
    expect(
      missing(
        STATEMENTS.map((entry) => entry.framework),
        framework,
      ),
    ).toEqual([]);
    expect(
      missing(
        STATEMENTS.flatMap((entry) => [...(entry.parent ? [entry.parent] : []), ...(entry.mapsTo ?? [])]),
        statement,
      ),
    ).toEqual([]);
  });

  test('every group has tags, every framework but a strategy has entries', () => {
    expect(EXPERTISE_GROUPS.filter((group) => !EXPERTISE_TAGS.some((tag) => tag.group === group.id))).toEqual([]);
    expect(FRAMEWORKS.filter(({ id }) => statementsOf(id).length === 0).map(({ id }) => id)).toEqual(['ni-tpl']);
  });

  test('nothing is empty, nothing has a straight apostrophe or stray space', () => {
    const words = said(LISTS);
    expect(words.filter((word) => word.trim() === '' || word !== word.trim() || /'|  /.test(word))).toEqual([]);
  });

  test('every entry has an id and what people call it, and no list that it gives is empty', () => {
    const entries = Object.values(LISTS).flatMap((list): readonly object[] => list);
    const isCalled = (entry: object) => ['name', 'title', 'left'].some((field) => field in entry);
    expect(entries.filter((entry) => !('id' in entry && isCalled(entry)))).toEqual([]);
    expect(entries.filter((entry) => Object.values(entry).some((part) => Array.isArray(part) && part.length === 0))).toEqual([]);
  });

  test('what people type is known for every entry that they pick from, and leads to no other', () => {
    const picked = [...EXPERTISE_TAGS, ...PHASES, ...ROLES, ...CAREER_STAGES]
      .map(({ id }) => id)
      .filter((id) => !(SPOKEN[id]?.length ?? 0));
    expect(picked).toEqual([]);
    const known = new Set([...EXPERTISE_TAGS, ...SUBJECTS, ...PHASES, ...SETTINGS, ...CAREER_STAGES, ...ROLES].map(({ id }) => id));
    expect(Object.keys(SPOKEN).filter((id) => !known.has(id))).toEqual([]);
    expect(Object.entries(SPOKEN).filter(([, words]) => words.length === 0)).toEqual([]);
    expect(said(SPOKEN).filter((word) => word === '' || word !== word.trim() || /'|  /.test(word))).toEqual([]);
  });

  test('a subject that others are a part of is a subject, and so are they', () => {
    for (const [whole, parts] of Object.entries(SUBJECTS_WITHIN)) {
      expect([whole, ...parts].filter((id) => !subject(id))).toEqual([]);
      expect([whole, new Set(parts).size, parts.includes(whole)]).toEqual([whole, parts.length, false]);
      for (const part of parts) expect(withWholeSubjects([part])).toContain(whole);
      // What is a part of a part is a part.
      expect(parts.flatMap(subjectsWithin).filter((id) => !parts.includes(id))).toEqual([]);
    }
  });

  test('the spelling is British in all that is shown; synonyms are what people type', () => {
    const shown = JSON.parse(JSON.stringify(LISTS, (key, value: unknown) => (key === 'synonyms' ? undefined : value))) as typeof LISTS;
    const words = said(shown).filter((word) => !word.startsWith('http'));
    expect(words.length).toBeGreaterThan(1_000);
    expect(words.filter((word) => NOT_BRITISH.test(word) && !TAXONOMY_ID.test(word))).toEqual([]);
  });

  test('what was written from memory says so', () => {
    expect(statement('eng-ts-1.1')).toMatchObject({ basis: 'memory', parent: 'eng-ts-1' });
    expect(STATEMENTS.filter((entry) => entry.titleCy !== undefined && entry.titleCyBasis === undefined)).toEqual([]);
  });

  test('levels run from 1 to 5, and sliders have two ends', () => {
    expect(proficiencyLevels.map(({ level }) => level)).toEqual([1, 2, 3, 4, 5]);
    expect(proficiencyLevel(3)?.name).toBe('Secure');
    expect(proficiencyLevel(6)).toBeUndefined();
    expect(communicationItems).toHaveLength(8);
  });
});

describe('entries by their ids', () => {
  test('goals start from a tag, those usual at the stage first', () => {
    const goals = goalsFor('exp-behaviour-classroom-routines-and-expectations', 'stage-ect1');
    expect(goals[0]?.stages).toContain('stage-ect1');
  });

  test('goals for a tag that several are for: at a stage those come first that are usual there, else they stay in their order', () => {
    for (const { id } of EXPERTISE_TAGS) {
      const all = SUGGESTED_GOALS.filter(({ expertise }) => expertise.includes(id));
      expect(goalsFor(id)).toEqual(all);
      for (const stage of CAREER_STAGES) {
        const isUsual = (goal: (typeof all)[number]) => goal.stages.includes(stage.id);
        expect(goalsFor(id, stage.id)).toEqual([...all.filter(isUsual), ...all.filter((goal) => !isUsual(goal))]);
      }
    }
  });

  test('an id that the list no longer holds is shown as it is', () => {
    expect(expertiseName('exp-gone')).toBe('exp-gone');
    expect(subject('sub-accounting')?.name).toBe('Accounting');
    expect(phase('ph-gone')).toBeUndefined();
  });
});
