import { given, happened } from '../testing/given-events.js';
import { openToOffersView } from './open-to-offers.view.js';

const joined = happened('MemberJoined', { institution: 'elm', person: 'ben', from: '2025-09-01' });
const aims = (...tags: string[]) => happened('AimsSet', { person: 'ben', aims: tags.map((tag) => ({ tag, from: 1, to: 3 })) });
const chose = (open: boolean) => happened('OpenToOffersSet', { person: 'ben', open });
const seen = (visibility: string) => happened('VisibilitySet', { person: 'ben', visibility });
const row = (...events: Parameters<typeof given>[1]) => given(openToOffersView, [joined, ...events]).row('ben');

describe('who is open to offers', () => {
  test('nobody, until they choose it, and nobody any more from the moment that they take it back', () => {
    expect(row(aims('behaviour'))).toBeUndefined();
    expect(row(aims('behaviour'), chose(true))).toMatchObject({ person: 'ben', aims: ['behaviour'] });
    expect(row(chose(true), aims('behaviour'), chose(false))).toBeUndefined();
  });

  test('with what they want to work on, without levels; nobody who wants nothing', () => {
    expect(row(chose(true), aims('behaviour', 'maths'))?.aims).toEqual(['behaviour', 'maths']);
    expect(JSON.stringify(row(chose(true), aims('behaviour')))).not.toContain('from');
    expect(row(chose(true))).toBeUndefined();
    expect(row(chose(true), aims('behaviour'), aims())).toBeUndefined();
  });

  test('a row is read by nobody: whom it may be shown to is those who may find the person, as they chose', () => {
    const open = [joined, chose(true), aims('behaviour')];
    expect(given(openToOffersView, open).audience('ben')).toEqual([]);
    expect(row(...open)?.reach).toEqual(['person:ben', 'institution:elm']);
    expect(row(...open, seen('nobody'))?.reach).toEqual(['person:ben']);
    expect(row(...open, seen('everyone'))?.reach).toEqual(['person:ben', 'everyone']);
    expect(row(...open, happened('ExclusionAdded', { person: 'ben', other: 'asha' }))?.reach).toContain('except:asha');
    expect(row(...open, happened('MemberLeft', { institution: 'elm', person: 'ben' }))?.reach).toEqual(['person:ben']);
  });

  test('[R9] nobody who was erased, whatever comes after', () => {
    const erased = happened('PersonErased', { person: 'ben' });
    expect(row(chose(true), aims('behaviour'), erased)).toBeUndefined();
    expect(row(chose(true), aims('behaviour'), erased, seen('everyone'))).toBeUndefined();
  });
});
